<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Reopen &amp;last session</source>
        <translation>마지막 세션 다시 열기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Save surface to l&amp;ibrary…</source>
        <translation>곡면을 보관함에 저장(&amp;I)…</translation>
    </message>
    <message>
        <source>Import s&amp;urface…</source>
        <translation>곡면 가져오기(&amp;U)…</translation>
    </message>
    <message>
        <source>Import &amp;height map…</source>
        <translation>높이 지도 가져오기(&amp;H)…</translation>
    </message>
    <message>
        <source>Export trajectories as &amp;CSV…</source>
        <translation>궤적을 CSV로 내보내기(&amp;C)…</translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation>그림 내보내기(&amp;P)…</translation>
    </message>
    <message>
        <source>Export ani&amp;mation…</source>
        <translation>애니메이션 내보내기(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find a surface</source>
        <translation>곡면 찾기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Together</source>
        <translation>함께 보기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>나란히 보기(&amp;S)</translation>
    </message>
    <message>
        <source>3-&amp;D</source>
        <translation>3차원(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss</source>
        <translation>로그 눈금 손실(&amp;L)</translation>
    </message>
    <message>
        <source>Timeli&amp;ne</source>
        <translation>타임라인(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Fit the surface</source>
        <translation>곡면에 맞추기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>배치 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>전체 화면(&amp;U)</translation>
    </message>
    <message>
        <source>To &amp;start</source>
        <translation>처음으로(&amp;S)</translation>
    </message>
    <message>
        <source>Ten steps back</source>
        <translation>열 걸음 뒤로</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>한 걸음 뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>재생 또는 일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>한 걸음 앞으로(&amp;F)</translation>
    </message>
    <message>
        <source>Ten steps forward</source>
        <translation>열 걸음 앞으로</translation>
    </message>
    <message>
        <source>To &amp;end</source>
        <translation>끝으로(&amp;E)</translation>
    </message>
    <message>
        <source>Pre&amp;vious event</source>
        <translation>이전 사건(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation>다음 사건(&amp;N)</translation>
    </message>
    <message>
        <source>Boo&amp;kmark this iteration…</source>
        <translation>이 반복에 책갈피(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Tune all learning rates</source>
        <translation>모든 학습률 조정(&amp;T)</translation>
    </message>
    <message>
        <source>Draw a&amp;gain by another seed</source>
        <translation>다른 시드로 다시 뽑기(&amp;G)</translation>
    </message>
    <message>
        <source>Branch &amp;here</source>
        <translation>여기서 분기(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Save as scenario…</source>
        <translation>시나리오로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Open the &amp;folder of my scenarios</source>
        <translation>내 시나리오 폴더 열기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>키보드와 마우스(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>정보(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>Delete bookmark</source>
        <translation>책갈피 삭제</translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation>책갈피 추가</translation>
    </message>
    <message>
        <source>Note a bookmark</source>
        <translation>책갈피에 메모</translation>
    </message>
</context>
<context>
    <name>BoundsController</name>
    <message>
        <source>Change bounds</source>
        <translation>범위 변경</translation>
    </message>
</context>
<context>
    <name>BoundsField</name>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>{name} from</source>
        <translation>{name} 시작</translation>
    </message>
    <message>
        <source>{name} to</source>
        <translation>{name} 끝</translation>
    </message>
    <message>
        <source>The part of the surface that is shown first and whenever it is fitted</source>
        <translation>처음에, 그리고 곡면에 맞출 때마다 보이는 부분입니다</translation>
    </message>
    <message>
        <source>Choose well</source>
        <translation>알맞게 고르기</translation>
    </message>
    <message>
        <source>Bounds that show what there is to see on this surface</source>
        <translation>이 곡면에서 볼 만한 것이 모두 보이는 범위입니다</translation>
    </message>
    <message>
        <source>Take the view</source>
        <translation>지금 보이는 대로</translation>
    </message>
    <message>
        <source>Bounds as far as the map now reaches</source>
        <translation>지금 지도에 보이는 만큼을 범위로 삼습니다</translation>
    </message>
    <message>
        <source>{name} must go from a smaller to a larger number.</source>
        <translation>{name}의 범위는 작은 수에서 큰 수로 가야 합니다.</translation>
    </message>
</context>
<context>
    <name>BranchLine</name>
    <message>
        <source>Click to go there. Its point on the map can be dragged.</source>
        <translation>클릭하면 그곳으로 갑니다. 지도 위의 점은 끌 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Branching</name>
    <message>
        <source>There is no run to branch yet.</source>
        <translation>아직 분기할 실행이 없습니다.</translation>
    </message>
    <message>
        <source>Branch run</source>
        <translation>실행 분기</translation>
    </message>
    <message>
        <source>Branched {run} at {iteration}. Until something is changed on the new card, both go the same way.</source>
        <translation>{iteration}번째 반복에서 {run}의 분기를 만들었습니다. 새 카드에서 무언가를 바꾸기 전까지 둘은 같은 길로 갑니다.</translation>
    </message>
    <message>
        <source>Drag to nudge it; double click puts it back.</source>
        <translation>끌면 자리가 조금 옮겨지고, 두 번 클릭하면 되돌아갑니다.</translation>
    </message>
    <message>
        <source>Nudge branch</source>
        <translation>분기 옮기기</translation>
    </message>
</context>
<context>
    <name>CatalogueController</name>
    <message>
        <source>The contours hold {names} at {value}, as in the lowest minimum.</source>
        <translation>등고선은 가장 낮은 극소점에서처럼 {names} = {value}로 두고 그립니다.</translation>
    </message>
    <message>
        <source>The contours hold {names} as in the lowest minimum.</source>
        <translation>등고선은 {names} 값을 가장 낮은 극소점에서처럼 두고 그립니다.</translation>
    </message>
    <message>
        <source>Change dimensions</source>
        <translation>차원 변경</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Surfaces</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>곡면 목록 검색</translation>
    </message>
    <message>
        <source>A word of the name, the group or what a surface teaches (Ctrl+F).</source>
        <translation>이름, 묶음, 또는 곡면이 보여 주는 것에 나오는 낱말을 입력하세요(Ctrl+F).</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Bring in a surface from a file.</source>
        <translation>파일에서 곡면을 가져옵니다.</translation>
    </message>
    <message>
        <source>No surface has these words. Esc shows all again.</source>
        <translation>이 낱말이 있는 곡면이 없습니다. Esc를 누르면 모두 다시 보입니다.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>내 곡면</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>이름 바꾸기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import a surface…</source>
        <translation>곡면 가져오기(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Type to search</source>
        <translation>입력하여 검색</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>선택지</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>그런 이름은 없습니다.</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Samples from a file</source>
        <translation>파일의 표본</translation>
    </message>
</context>
<context>
    <name>ContourPanel</name>
    <message>
        <source>Contour map</source>
        <translation>등고선 지도</translation>
    </message>
    <message>
        <source>Start of every run: drag me</source>
        <translation>모든 실행의 시작점: 끌어 보세요</translation>
    </message>
</context>
<context>
    <name>DataController</name>
    <message>
        <source>This surface is not made of data. Choose a model that is fitted to samples.</source>
        <translation>이 곡면은 데이터로 만든 것이 아닙니다. 표본에 맞출 모델을 고르세요.</translation>
    </message>
    <message>
        <source>next label</source>
        <translation>다음 레이블</translation>
    </message>
    <message>
        <source>next target</source>
        <translation>다음 목푯값</translation>
    </message>
    <message>
        <source>What the next sample that is clicked belongs to.</source>
        <translation>다음에 클릭해서 넣을 표본이 속하는 쪽입니다.</translation>
    </message>
    <message>
        <source>Each sample tilts the surface, and the tilts cancel: small batches then make real noise.</source>
        <translation>표본마다 곡면을 기울이고, 그 기울임은 모두 합치면 상쇄됩니다. 그래서 작은 배치가 진짜 잡음을 만듭니다.</translation>
    </message>
    <message>
        <source>Choose samples</source>
        <translation>표본 선택</translation>
    </message>
    <message>
        <source>Change samples</source>
        <translation>표본 변경</translation>
    </message>
    <message>
        <source>Change preparation</source>
        <translation>전처리 변경</translation>
    </message>
    <message>
        <source>Use a bag of samples</source>
        <translation>표본 주머니 쓰기</translation>
    </message>
    <message>
        <source>Empty the bag</source>
        <translation>주머니 비우기</translation>
    </message>
    <message>
        <source>Change the bag</source>
        <translation>주머니 변경</translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation>시드 변경</translation>
    </message>
    <message>
        <source>Add sample</source>
        <translation>표본 추가</translation>
    </message>
    <message>
        <source>Move sample</source>
        <translation>표본 옮기기</translation>
    </message>
    <message>
        <source>Two samples stay: with fewer there is nothing to fit.</source>
        <translation>표본 두 개는 남습니다. 더 적으면 맞출 것이 없습니다.</translation>
    </message>
    <message>
        <source>Remove sample</source>
        <translation>표본 삭제</translation>
    </message>
    <message>
        <source>Clear samples</source>
        <translation>표본 비우기</translation>
    </message>
    <message>
        <source>Samples from a file</source>
        <translation>파일의 표본</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>전처리</translation>
    </message>
    <message>
        <source>Bag of samples</source>
        <translation>표본 주머니</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Click adds a sample, dragging moves it, a right click takes it away.</source>
        <translation>클릭하면 표본이 추가되고, 끌면 옮겨지고, 오른쪽 클릭하면 삭제됩니다.</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>모델 고르기…</translation>
    </message>
    <message>
        <source>Source of the samples</source>
        <translation>표본의 출처</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>파일에서…</translation>
    </message>
    <message>
        <source>Take the samples from the columns of a CSV file</source>
        <translation>CSV 파일의 열에서 표본을 가져옵니다</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Take away all samples but the first two</source>
        <translation>처음 두 개만 남기고 표본을 모두 삭제합니다</translation>
    </message>
    <message>
        <source>Draw from a bag of samples</source>
        <translation>표본 주머니에서 뽑기</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open session</source>
        <translation>세션 열기</translation>
    </message>
    <message>
        <source>Sessions (*{suffix});;All files (*)</source>
        <translation>세션 (*{suffix});;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation>세션 (*{suffix})</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>Export trajectories</source>
        <translation>궤적 내보내기</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>Export animation</source>
        <translation>애니메이션 내보내기</translation>
    </message>
    <message>
        <source>Export plot</source>
        <translation>그래프 내보내기</translation>
    </message>
    <message>
        <source>Pictures and CSV tables ({patterns});;All files (*)</source>
        <translation>그림과 CSV 표 ({patterns});;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Import height map</source>
        <translation>높이 지도 가져오기</translation>
    </message>
    <message>
        <source>Samples from a file</source>
        <translation>파일의 표본</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>표 (*.csv *.tsv *.txt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Import surface</source>
        <translation>곡면 가져오기</translation>
    </message>
    <message>
        <source>Surfaces (*{suffix});;All files (*)</source>
        <translation>곡면 (*{suffix});;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Export surface</source>
        <translation>곡면 내보내기</translation>
    </message>
    <message>
        <source>Surfaces (*{suffix})</source>
        <translation>곡면 (*{suffix})</translation>
    </message>
    <message>
        <source>{name} is already there. Replace it?</source>
        <translation>{name} 파일이 이미 있습니다. 바꿀까요?</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>파일 바꾸기</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Optimizer Sandbox {version}&lt;/h3&gt;&lt;p&gt;A laboratory for gradient-based optimization: step forward, step back, and see why each step went where it went.&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Optimizer Sandbox {version}&lt;/h3&gt;&lt;p&gt;기울기 기반 최적화를 위한 실험실입니다. 한 걸음씩 앞뒤로 오가며 걸음마다 왜 그곳으로 갔는지 살펴보세요.&lt;/p&gt;&lt;p&gt;MIT 라이선스.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
        <source>one step back or forward (also Page Up and Page Down)</source>
        <translation>한 걸음 뒤로 또는 앞으로(Page Up, Page Down도 됩니다)</translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation>열 걸음</translation>
    </message>
    <message>
        <source>previous or next event</source>
        <translation>이전 또는 다음 사건</translation>
    </message>
    <message>
        <source>bookmark where the chosen run stands</source>
        <translation>선택한 실행의 지금 자리에 책갈피</translation>
    </message>
    <message>
        <source>first and last iteration</source>
        <translation>처음과 마지막 반복</translation>
    </message>
    <message>
        <source>together, side by side</source>
        <translation>함께 보기, 나란히 보기</translation>
    </message>
    <message>
        <source>show the timeline or fold it away</source>
        <translation>타임라인을 보이거나 접기</translation>
    </message>
    <message>
        <source>branch the run whose card has the keyboard, else the chosen one, where it stands</source>
        <translation>키보드 초점이 카드에 있는 실행을, 없으면 선택된 실행을 지금 자리에서 분기</translation>
    </message>
    <message>
        <source>Alt or Ctrl and drag a run&apos;s marker</source>
        <translation>Alt나 Ctrl을 누른 채 실행의 표식 끌기</translation>
    </message>
    <message>
        <source>branch it there and nudge it</source>
        <translation>그곳에서 분기하여 옮기기</translation>
    </message>
    <message>
        <source>drag a branch&apos;s ring</source>
        <translation>분기의 고리 끌기</translation>
    </message>
    <message>
        <source>nudge it; double click puts it back</source>
        <translation>옮기기(두 번 클릭하면 되돌아감)</translation>
    </message>
    <message>
        <source>click or drag on the map</source>
        <translation>지도에서 클릭하거나 끌기</translation>
    </message>
    <message>
        <source>put the start there</source>
        <translation>시작점을 그곳에 놓기</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>포인터 자리에서 확대·축소</translation>
    </message>
    <message>
        <source>middle button, or Space and drag</source>
        <translation>가운데 버튼, 또는 Space를 누른 채 끌기</translation>
    </message>
    <message>
        <source>move the map</source>
        <translation>지도 옮기기</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>fit the surface</source>
        <translation>곡면에 맞추기</translation>
    </message>
    <message>
        <source>double click on a name</source>
        <translation>이름을 두 번 클릭</translation>
    </message>
    <message>
        <source>reset the number to its default</source>
        <translation>수를 기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>키보드와 마우스</translation>
    </message>
</context>
<context>
    <name>DimensionsRow</name>
    <message>
        <source>Dimensions</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>Axes shown</source>
        <translation>보이는 축</translation>
    </message>
    <message>
        <source>How many parameters the loss has.</source>
        <translation>손실의 매개변수 개수입니다.</translation>
    </message>
    <message>
        <source>Axis to the right</source>
        <translation>오른쪽 축</translation>
    </message>
    <message>
        <source>The parameter shown to the right</source>
        <translation>오른쪽으로 보이는 매개변수</translation>
    </message>
    <message>
        <source>Axis upwards</source>
        <translation>위쪽 축</translation>
    </message>
    <message>
        <source>The parameter shown upwards</source>
        <translation>위쪽으로 보이는 매개변수</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>At the playhead</source>
        <translation>재생 위치</translation>
    </message>
    <message>
        <source>Critical points</source>
        <translation>임계점</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>기울기 크기</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name}에 저장했습니다.</translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>내보내기를 취소했습니다. 아무것도 기록되지 않았습니다.</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>{path}에 기록했습니다.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>New session</source>
        <translation>새 세션</translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation>시나리오 열기</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>세션 열기</translation>
    </message>
    <message>
        <source>Choose surface</source>
        <translation>곡면 선택</translation>
    </message>
    <message>
        <source>Change surface</source>
        <translation>곡면 변경</translation>
    </message>
    <message>
        <source>Move start</source>
        <translation>시작점 옮기기</translation>
    </message>
    <message>
        <source>No run here depends on chance: none sees batches, no optimizer draws.</source>
        <translation>우연에 달린 실행이 없습니다. 배치를 보는 실행도, 무작위로 뽑는 옵티마이저도 없습니다.</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>다시 뽑기</translation>
    </message>
    <message>
        <source>Seed {seed}: other draws.</source>
        <translation>다시 뽑았습니다. 시드는 {seed}입니다.</translation>
    </message>
    <message>
        <source>Add run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <source>Duplicate run</source>
        <translation>실행 복제</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <source>Move run</source>
        <translation>실행 옮기기</translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>실행 이름 바꾸기</translation>
    </message>
    <message>
        <source>Show or hide run</source>
        <translation>실행 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Choose style</source>
        <translation>모양 선택</translation>
    </message>
    <message>
        <source>Choose optimizer</source>
        <translation>옵티마이저 선택</translation>
    </message>
    <message>
        <source>Reset hyperparameters</source>
        <translation>하이퍼파라미터 초기화</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} 변경</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Something went wrong</source>
        <translation>문제가 생겼습니다</translation>
    </message>
    <message>
        <source>This is a fault of the Optimizer Sandbox, not yours.</source>
        <translation>사용자의 실수가 아니라 Optimizer Sandbox의 결함입니다.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>보고서 복사</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>일어난 일</translation>
    </message>
</context>
<context>
    <name>EventsTable</name>
    <message>
        <source>What happened in every run</source>
        <translation>실행마다 일어난 일</translation>
    </message>
    <message>
        <source>Nothing has happened yet that has a name.</source>
        <translation>아직 이름 붙일 만한 일이 일어나지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>ExplainController</name>
    <message>
        <source>Add a run, and its steps are explained here.</source>
        <translation>실행을 추가하면 걸음마다 여기에서 설명합니다.</translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Step {before} → {after}</source>
        <translation>걸음 {before} → {after}</translation>
    </message>
    <message>
        <source>→ shows the next line.</source>
        <translation>→ 키를 누르면 다음 줄이 보입니다.</translation>
    </message>
    <message>
        <source>Run that is explained</source>
        <translation>설명할 실행</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>한 줄씩</translation>
    </message>
    <message>
        <source>→ shows one line of the step after the other, then takes the step</source>
        <translation>→ 키가 걸음의 계산을 한 줄씩 보여 준 다음 걸음을 내딛습니다</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
</context>
<context>
    <name>FeatureModel</name>
    <message>
        <source>Kind of feature</source>
        <translation>지형의 종류</translation>
    </message>
    <message>
        <source>x of its centre</source>
        <translation>중심의 x</translation>
    </message>
    <message>
        <source>y of its centre</source>
        <translation>중심의 y</translation>
    </message>
    <message>
        <source>Height: how far it raises or lowers the ground</source>
        <translation>높이: 땅을 얼마나 올리거나 내리는지</translation>
    </message>
    <message>
        <source>Width: half of it, along its own first axis</source>
        <translation>너비: 지형의 첫째 축을 따라 잰 절반</translation>
    </message>
    <message>
        <source>Length: half of it, along its own second axis</source>
        <translation>길이: 지형의 둘째 축을 따라 잰 절반</translation>
    </message>
    <message>
        <source>Angle: how far it is turned, in degrees counter-clockwise</source>
        <translation>각도: 시계 반대 방향으로 돌린 정도(도)</translation>
    </message>
</context>
<context>
    <name>FeaturePalette</name>
    <message>
        <source>Click, then click on the map to put one; a double click puts it in the middle.</source>
        <translation>클릭한 뒤 지도를 클릭하면 놓입니다. 두 번 클릭하면 가운데에 놓입니다.</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>There is no last session yet: it is kept when the window closes.</source>
        <translation>아직 마지막 세션이 없습니다. 창을 닫을 때 보관됩니다.</translation>
    </message>
</context>
<context>
    <name>FormulaController</name>
    <message>
        <source>Type formula</source>
        <translation>수식 입력</translation>
    </message>
    <message>
        <source>Edit as formula</source>
        <translation>수식으로 편집</translation>
    </message>
</context>
<context>
    <name>FormulaField</name>
    <message>
        <source>Type a formula in x and y</source>
        <translation>x와 y의 수식을 입력하세요</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Functions and examples</source>
        <translation>함수와 예</translation>
    </message>
    <message>
        <source>Functions, constants and examples to click on</source>
        <translation>클릭해서 넣을 수 있는 함수, 상수, 예</translation>
    </message>
</context>
<context>
    <name>FormulaHelp</name>
    <message>
        <source>Functions</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Variables, signs and constants</source>
        <translation>변수, 기호, 상수</translation>
    </message>
    <message>
        <source>Any other name becomes a parameter with a slider.</source>
        <translation>다른 이름은 슬라이더가 있는 매개변수가 됩니다.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예</translation>
    </message>
</context>
<context>
    <name>FormulaPage</name>
    <message>
        <source>too long to be written out</source>
        <translation>다 쓰기에는 너무 깁니다</translation>
    </message>
    <message>
        <source>The derivative jumps where {where} = 0. {convention}</source>
        <translation>{where} = 0인 곳에서 도함수가 뜁니다. {convention}</translation>
    </message>
    <message>
        <source>The value jumps where {where} = 0. {convention}</source>
        <translation>{where} = 0인 곳에서 값이 뜁니다. {convention}</translation>
    </message>
    <message>
        <source>And so in {count} more places.</source>
        <translation>그런 곳이 {count}군데 더 있습니다.</translation>
    </message>
    <message>
        <source>Edit as formula</source>
        <translation>수식으로 편집</translation>
    </message>
    <message>
        <source>Makes it a formula of your own, with the same parameters and bounds</source>
        <translation>매개변수와 범위가 같은 나만의 수식으로 만듭니다</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Formulas typed lately</source>
        <translation>최근에 입력한 수식</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation>도함수</translation>
    </message>
    <message>
        <source>Formula as plain text</source>
        <translation>수식(텍스트)</translation>
    </message>
    <message>
        <source>Formula as LaTeX</source>
        <translation>수식(LaTeX)</translation>
    </message>
    <message>
        <source>Derivatives as plain text</source>
        <translation>도함수(텍스트)</translation>
    </message>
    <message>
        <source>Derivatives as LaTeX</source>
        <translation>도함수(LaTeX)</translation>
    </message>
</context>
<context>
    <name>Grip</name>
    <message>
        <source>Drag to move this panel; double click to let it float. View ▸ Panels hides it.</source>
        <translation>끌면 이 패널이 옮겨지고, 두 번 클릭하면 떨어져 나옵니다. 보기 ▸ 패널에서 숨길 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>HeightImporter</name>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Read height map</source>
        <translation>높이 지도 읽기</translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} 픽셀</translation>
    </message>
    <message>
        <source>{columns} × {rows} heights from {low} to {high}</source>
        <translation>{columns} × {rows}개의 높이, {low}에서 {high}까지</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>읽기를 취소했습니다.</translation>
    </message>
    <message>
        <source>Import height map</source>
        <translation>높이 지도 가져오기</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import height map</source>
        <translation>높이 지도 가져오기</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Turn over: high becomes low</source>
        <translation>뒤집기: 높은 곳이 낮아집니다</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>점 {count}개</translation>
    </message>
    <message>
        <source>Gaussian blur: how far, in points of the map. 0 leaves it as it is.</source>
        <translation>가우시안 흐림의 폭(지도의 점 단위)입니다. 0이면 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Larger maps are averaged down to this.</source>
        <translation>더 큰 지도는 평균을 내어 이 크기로 줄입니다.</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>다듬기</translation>
    </message>
    <message>
        <source>Lowest height</source>
        <translation>가장 낮은 높이</translation>
    </message>
    <message>
        <source>Highest height</source>
        <translation>가장 높은 높이</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>긴 변</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>points</source>
        <translation>점</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>Read library</source>
        <translation>보관함 읽기</translation>
    </message>
    <message>
        <source>Save surface to your library as</source>
        <translation>곡면을 보관함에 저장할 이름</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Rename “{name}” to</source>
        <translation>“{name}”의 새 이름</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Deleted “{name}” from your library.</source>
        <translation>보관함에서 “{name}” 곡면을 삭제했습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation>{path}에 기록했습니다.</translation>
    </message>
    <message>
        <source>“{name}” is in your library now.</source>
        <translation>“{name}” 곡면을 보관함에 넣었습니다.</translation>
    </message>
    <message>
        <source>Choose surface</source>
        <translation>곡면 선택</translation>
    </message>
    <message>
        <source>My surface</source>
        <translation>내 곡면</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>It must be a whole number.</source>
        <translation>정수여야 합니다.</translation>
    </message>
    <message>
        <source>It must be greater than {limit}.</source>
        <translation>{limit}보다 커야 합니다.</translation>
    </message>
    <message>
        <source>It must be less than {limit}.</source>
        <translation>{limit}보다 작아야 합니다.</translation>
    </message>
    <message>
        <source>It must be at least {limit}.</source>
        <translation>{limit} 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>It must be at most {limit}.</source>
        <translation>{limit} 이하여야 합니다.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>{what} 실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>{what} 다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>The session could not be kept.</source>
        <translation>세션을 보관하지 못했습니다.</translation>
    </message>
    <message>
        <source>The session has been kept: File ▸ Reopen last session.</source>
        <translation>세션을 보관했습니다: 파일 ▸ 마지막 세션 다시 열기.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>No sessions yet</source>
        <translation>아직 세션이 없습니다</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Scenarios</source>
        <translation>시나리오(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Overlays</source>
        <translation>겹쳐 보기(&amp;O)</translation>
    </message>
    <message>
        <source>St&amp;ep</source>
        <translation>걸음(&amp;E)</translation>
    </message>
    <message>
        <source>Tra&amp;ils</source>
        <translation>자취(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Markers</source>
        <translation>표식(&amp;M)</translation>
    </message>
    <message>
        <source>Le&amp;vels</source>
        <translation>등고선 간격(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>색(&amp;C)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>테마(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어(Language)(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>패널(&amp;P)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>NamePopup</name>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>A note: what is to be seen here?</source>
        <translation>메모: 여기에서 무엇을 볼까요?</translation>
    </message>
    <message>
        <source>Note of the bookmark</source>
        <translation>책갈피의 메모</translation>
    </message>
    <message>
        <source>Delete the bookmark</source>
        <translation>책갈피 삭제</translation>
    </message>
</context>
<context>
    <name>PaceBox</name>
    <message>
        <source>Same iteration</source>
        <translation>같은 반복</translation>
    </message>
    <message>
        <source>Same evaluations</source>
        <translation>같은 평가 횟수</translation>
    </message>
    <message>
        <source>Same epoch</source>
        <translation>같은 에폭</translation>
    </message>
    <message>
        <source>One run alone</source>
        <translation>실행 하나만</translation>
    </message>
    <message>
        <source>Every run has taken as many steps.</source>
        <translation>모든 실행이 같은 수의 걸음을 내디뎠습니다.</translation>
    </message>
    <message>
        <source>Every run has asked as much of the surface: gradients and values count as one each, a Hessian as one for each parameter, a batch of B of N samples as B/N.</source>
        <translation>모든 실행이 곡면에 같은 만큼 물었습니다. 기울기와 손실값은 하나씩, 헤세 행렬은 매개변수마다 하나씩, 표본 N개 중 B개의 배치는 B/N으로 셉니다.</translation>
    </message>
    <message>
        <source>Every run has gone through the data as often.</source>
        <translation>모든 실행이 데이터를 같은 횟수만큼 훑었습니다.</translation>
    </message>
    <message>
        <source>Only the chosen run moves, the others wait. Click another name in the timeline to move that.</source>
        <translation>선택한 실행만 움직이고 나머지는 기다립니다. 다른 실행을 움직이려면 타임라인에서 그 이름을 클릭하세요.</translation>
    </message>
    <message>
        <source>How the runs go along</source>
        <translation>실행을 맞추는 방법</translation>
    </message>
    <message>
        <source>What all runs share at a moment: it decides who is ahead.</source>
        <translation>한 순간에 모든 실행이 함께하는 것입니다. 누가 앞서는지는 이것에 달려 있습니다.</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>Reset to {value}</source>
        <translation>{value} 값으로 되돌리기</translation>
    </message>
    <message>
        <source>Ends of the slider…</source>
        <translation>슬라이더의 양 끝…</translation>
    </message>
    <message>
        <source>Default {value} (double click the name to reset)</source>
        <translation>기본값 {value}(이름을 두 번 클릭하면 되돌립니다)</translation>
    </message>
    <message>
        <source>Slider from {low} to {high}</source>
        <translation>슬라이더 {low} ~ {high}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
</context>
<context>
    <name>PlotCommands</name>
    <message>
        <source>Export plo&amp;t</source>
        <translation>그래프 내보내기(&amp;T)</translation>
    </message>
    <message>
        <source>There is nothing in this plot to export yet.</source>
        <translation>이 그래프에는 아직 내보낼 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Learning &amp;rate of an axis</source>
        <translation>축 하나의 학습률(&amp;R)</translation>
    </message>
    <message>
        <source>Along the Hessian&apos;s eigen&amp;vectors</source>
        <translation>헤세 행렬의 고유벡터 방향(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;State of the optimizers</source>
        <translation>옵티마이저의 상태(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export this plot…</source>
        <translation>이 그래프 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Against</source>
        <translation>가로축(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Logarithmic upwards</source>
        <translation>세로축 로그 눈금(&amp;L)</translation>
    </message>
    <message>
        <source>Logarithmic a&amp;cross</source>
        <translation>가로축 로그 눈금(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Best so far</source>
        <translation>지금까지의 최솟값(&amp;B)</translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation>평활(&amp;M)</translation>
    </message>
</context>
<context>
    <name>PointsModel</name>
    <message>
        <source>minimum</source>
        <translation>극소점</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>안장점</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>극대점</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>평평한 점</translation>
    </message>
    <message>
        <source>kink</source>
        <translation>꺾인 점</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>나감</translation>
    </message>
    <message>
        <source>arrives</source>
        <translation>들어옴</translation>
    </message>
    <message>
        <source>known from</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>At a kink the loss has no gradient; a flat point&apos;s curvature does not decide what it is</source>
        <translation>꺾인 점에서는 손실에 기울기가 없고, 평평한 점은 곡률만으로 종류를 가릴 수 없습니다</translation>
    </message>
    <message>
        <source>Smaller eigenvalue of the Hessian: curvature where the loss bends least, or down</source>
        <translation>헤세 행렬의 작은 고윳값: 손실이 가장 덜 휘거나 아래로 휘는 방향의 곡률</translation>
    </message>
    <message>
        <source>Larger eigenvalue of the Hessian: curvature where the loss bends most</source>
        <translation>헤세 행렬의 큰 고윳값: 손실이 가장 많이 휘는 방향의 곡률</translation>
    </message>
    <message>
        <source>Direction in which a saddle is left, downhill, in degrees against the x axis</source>
        <translation>안장점에서 아래로 떠나는 방향(x축에 대한 각도)</translation>
    </message>
    <message>
        <source>Direction from which a saddle is approached, in degrees against the x axis</source>
        <translation>안장점으로 다가오는 방향(x축에 대한 각도)</translation>
    </message>
    <message>
        <source>Declared with the surface, searched for all over it, or found by a run that came near</source>
        <translation>곡면과 함께 알려짐, 곡면 전체를 탐색해 찾음, 또는 가까이 지나간 실행이 찾음</translation>
    </message>
</context>
<context>
    <name>PointsTable</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the selected points, or all of them, with every digit (Ctrl+C)</source>
        <translation>선택한 점, 또는 모든 점을 모든 자릿수까지 복사합니다(Ctrl+C)</translation>
    </message>
    <message>
        <source>Critical points</source>
        <translation>임계점</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>No critical points within the bounds</source>
        <translation>범위 안에 임계점이 없습니다</translation>
    </message>
    <message>
        <source>{points}; searching for more…</source>
        <translation>{points}, 더 찾는 중…</translation>
    </message>
    <message>
        <source>The first {points} of more</source>
        <translation>더 많은 점 가운데 처음 {points}</translation>
    </message>
    <message>
        <source>In more than two dimensions runs find the points on their way; none is known yet.</source>
        <translation>차원이 둘보다 많으면 실행이 지나가며 임계점을 찾습니다. 아직 알려진 점이 없습니다.</translation>
    </message>
    <message>
        <source>Declared, or found by runs: {points}</source>
        <translation>알려졌거나 실행이 찾은 점: {points}</translation>
    </message>
    <message>
        <source>1 minimum</source>
        <translation>극소점 1개</translation>
    </message>
    <message>
        <source>{count} minima</source>
        <translation>극소점 {count}개</translation>
    </message>
    <message>
        <source>1 saddle</source>
        <translation>안장점 1개</translation>
    </message>
    <message>
        <source>{count} saddles</source>
        <translation>안장점 {count}개</translation>
    </message>
    <message>
        <source>1 maximum</source>
        <translation>극대점 1개</translation>
    </message>
    <message>
        <source>{count} maxima</source>
        <translation>극대점 {count}개</translation>
    </message>
    <message>
        <source>1 flat point</source>
        <translation>평평한 점 1개</translation>
    </message>
    <message>
        <source>{count} flat points</source>
        <translation>평평한 점 {count}개</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>One run diverged: its learning rate does not suit this surface.</source>
        <translation>실행 하나가 발산했습니다. 학습률이 이 곡면에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{count} runs diverged: their learning rates do not suit this surface.</source>
        <translation>실행 {count}개가 발산했습니다. 학습률이 이 곡면에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Tune learning rates</source>
        <translation>학습률 조정</translation>
    </message>
    <message>
        <source>All runs have ended; there is nothing further to compute.</source>
        <translation>모든 실행이 끝나서 더 계산할 것이 없습니다.</translation>
    </message>
    <message>
        <source>A run goes to iteration {most} at most.</source>
        <translation>실행은 {most}번째 반복까지만 갑니다.</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>RangePopup</name>
    <message>
        <source>Slider from</source>
        <translation>슬라이더</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
</context>
<context>
    <name>RatePreview</name>
    <message>
        <source>The learning rate from iteration 0 to {last}: between {low} and {high}, drawn {scale}</source>
        <translation>0번째부터 {last}번째 반복까지의 학습률: {low} ~ {high}, {scale}으로 그림</translation>
    </message>
    <message>
        <source>logarithmically</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>linearly</source>
        <translation>선형 눈금</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>x {x}  y {y}   loss {loss}   ∇f ({gx}, {gy})  |∇f| {norm}   λ {low}, {high}  κ {kappa}</source>
        <translation>x {x}  y {y}   손실 {loss}   ∇f ({gx}, {gy})  |∇f| {norm}   λ {low}, {high}  κ {kappa}</translation>
    </message>
    <message>
        <source>stable below 2/λ₂ = {rate}</source>
        <translation>안정 한계 2/λ₂ = {rate}</translation>
    </message>
</context>
<context>
    <name>ReliefView</name>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>3-D view</source>
        <translation>3차원 보기</translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom, double click to reset. Keys: Ctrl and arrows turn, + and − zoom.</source>
        <translation>끌면 돌고, 휠로 확대·축소하고, 두 번 클릭하면 되돌아갑니다. 키: Ctrl과 화살표로 돌리고 +와 −로 확대·축소합니다.</translation>
    </message>
    <message>
        <source>No finite loss in view: there is nothing to stand on.</source>
        <translation>보이는 범위에 유한한 손실이 없어서 그릴 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Colour, marker and dash of this run. Click to choose others.</source>
        <translation>이 실행의 색, 표식, 선 모양입니다. 클릭하면 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>실행의 이름</translation>
    </message>
    <message>
        <source>The run&apos;s name, in the legend, the table and the CSV. Click to change it.</source>
        <translation>범례, 표, CSV에 쓰이는 실행의 이름입니다. 클릭하면 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Show or hide this run</source>
        <translation>이 실행을 표시하거나 숨깁니다</translation>
    </message>
    <message>
        <source>Branch, duplicate, move or remove this run</source>
        <translation>이 실행의 분기, 복제, 이동, 삭제</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Show all hyperparameters</source>
        <translation>하이퍼파라미터 모두 보기</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>여기서 분기</translation>
    </message>
    <message>
        <source>Tune the learning rate</source>
        <translation>학습률 조정</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Reset hyperparameters</source>
        <translation>하이퍼파라미터 초기화</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Add a run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <source>Add a run with another optimizer</source>
        <translation>다른 옵티마이저로 실행 추가</translation>
    </message>
    <message>
        <source>No runs yet. Add one to see it descend.</source>
        <translation>아직 실행이 없습니다. 하나 추가해서 내려가는 모습을 보세요.</translation>
    </message>
</context>
<context>
    <name>SampleImporter</name>
    <message>
        <source>Read samples</source>
        <translation>표본 읽기</translation>
    </message>
    <message>
        <source>{file}: {rows} rows, {columns} columns.</source>
        <translation>{file}: {rows}행 {columns}열.</translation>
    </message>
</context>
<context>
    <name>SamplePlot</name>
    <message>
        <source>Samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Click: add a sample. Drag: move it. Right click: take it away.</source>
        <translation>클릭: 표본 추가. 끌기: 옮기기. 오른쪽 클릭: 삭제.</translation>
    </message>
</context>
<context>
    <name>ScenarioCommands</name>
    <message>
        <source>“{name}” is among your scenarios now.</source>
        <translation>“{name}” 시나리오를 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>ScenarioForm</name>
    <message>
        <source>Save as scenario</source>
        <translation>시나리오로 저장</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>To put to the class before pressing play</source>
        <translation>재생하기 전에 학생들에게 던질 질문</translation>
    </message>
    <message>
        <source>A sentence on each line</source>
        <translation>한 줄에 한 문장씩</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>제목(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>질문(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>볼 것(&amp;W)</translation>
    </message>
    <message>
        <source>T&amp;ry</source>
        <translation>해 볼 것(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ScenarioPanel</name>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>볼 것</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>해 볼 것</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>All settings of a run are on its card (More); start, parameters and data are on the Surface tab. A number past the end beside the play button computes more iterations. Ctrl+R draws by another seed, Ctrl+Z takes anything back.</source>
        <translation>실행의 모든 설정은 카드의 “더 보기”에 있고, 시작점과 매개변수와 데이터는 “곡면” 탭에 있습니다. 재생 단추 옆 칸에 끝보다 큰 수를 넣으면 더 계산합니다. Ctrl+R은 시드를 바꾸고 Ctrl+Z는 되돌립니다.</translation>
    </message>
    <message>
        <source>Open one: it sets everything up and says what to watch.</source>
        <translation>하나를 열어 보세요. 모든 것을 차려 주고 무엇을 볼지 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>SculptController</name>
    <message>
        <source>Flat</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>Round bowl</source>
        <translation>둥근 그릇</translation>
    </message>
    <message>
        <source>Tilted plane</source>
        <translation>기울어진 평면</translation>
    </message>
    <message>
        <source>This formula…</source>
        <translation>이 수식…</translation>
    </message>
    <message>
        <source>Put {feature}</source>
        <translation>{feature} 놓기</translation>
    </message>
    <message>
        <source>Widen {feature}</source>
        <translation>{feature} 넓히기</translation>
    </message>
    <message>
        <source>Lengthen {feature}</source>
        <translation>{feature} 늘이기</translation>
    </message>
    <message>
        <source>Rotate {feature}</source>
        <translation>{feature} 돌리기</translation>
    </message>
    <message>
        <source>Raise or lower {feature}</source>
        <translation>{feature} 높이 조절</translation>
    </message>
    <message>
        <source>Move {feature}</source>
        <translation>{feature} 옮기기</translation>
    </message>
    <message>
        <source>Delete {feature}</source>
        <translation>{feature} 삭제</translation>
    </message>
    <message>
        <source>Duplicate {feature}</source>
        <translation>{feature} 복제</translation>
    </message>
    <message>
        <source>Move in the list</source>
        <translation>목록에서 옮기기</translation>
    </message>
    <message>
        <source>Choose base</source>
        <translation>바탕 선택</translation>
    </message>
    <message>
        <source>Random terrain</source>
        <translation>무작위 지형</translation>
    </message>
</context>
<context>
    <name>SculptPage</name>
    <message>
        <source>Base</source>
        <translation>바탕</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Random terrain</source>
        <translation>무작위 지형</translation>
    </message>
    <message>
        <source>Nothing is sculpted yet. Click a feature above, then the map; or make a random terrain below.</source>
        <translation>아직 빚은 것이 없습니다. 위에서 지형을 클릭한 다음 지도를 클릭하거나, 아래에서 무작위 지형을 만드세요.</translation>
    </message>
    <message>
        <source>Base that is sculpted</source>
        <translation>빚을 바탕</translation>
    </message>
    <message>
        <source>Resulting formula</source>
        <translation>만들어진 수식</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>복제(Ctrl+D)</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>삭제(Del)</translation>
    </message>
    <message>
        <source>Move up the list</source>
        <translation>목록에서 위로</translation>
    </message>
    <message>
        <source>Move down the list</source>
        <translation>목록에서 아래로</translation>
    </message>
    <message>
        <source>Copy the formula with all its numbers</source>
        <translation>모든 수가 든 수식을 복사합니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>SculptTool</name>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>width {width}</source>
        <translation>너비 {width}</translation>
    </message>
    <message>
        <source>length {length}</source>
        <translation>길이 {length}</translation>
    </message>
    <message>
        <source>height {height}</source>
        <translation>높이 {height}</translation>
    </message>
    <message>
        <source>drag to move; Alt and the wheel change its height</source>
        <translation>끌면 옮겨지고, Alt와 휠로 높이가 바뀝니다</translation>
    </message>
    <message>
        <source>drag to widen</source>
        <translation>끌면 넓어집니다</translation>
    </message>
    <message>
        <source>drag to lengthen</source>
        <translation>끌면 길어집니다</translation>
    </message>
    <message>
        <source>drag to rotate, with Shift in steps of 15°</source>
        <translation>끌면 돌아가고, Shift를 누르면 15°씩 돕니다</translation>
    </message>
    <message>
        <source>drag up to raise the ground, down to lower it</source>
        <translation>위로 끌면 땅이 높아지고 아래로 끌면 낮아집니다</translation>
    </message>
    <message>
        <source>{feature} {number}: {hint}</source>
        <translation>{feature} {number}: {hint}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>No runs yet. Add one →</source>
        <translation>아직 실행이 없습니다. 추가하세요 →</translation>
    </message>
</context>
<context>
    <name>StateTable</name>
    <message>
        <source>State of every run at the playhead</source>
        <translation>재생 위치에서 본 실행마다의 상태</translation>
    </message>
</context>
<context>
    <name>StopsButton</name>
    <message>
        <source>Pause at every event</source>
        <translation>모든 사건에서 멈춤</translation>
    </message>
    <message>
        <source>Pause at no event</source>
        <translation>사건에서 멈추지 않음</translation>
    </message>
    <message>
        <source>Pause at events</source>
        <translation>사건에서 멈춤</translation>
    </message>
    <message>
        <source>choose kinds of events</source>
        <translation>사건의 종류 고르기</translation>
    </message>
    <message>
        <source>Pause at events ({kinds})</source>
        <translation>사건에서 멈춤({kinds})</translation>
    </message>
</context>
<context>
    <name>SurfacePanel</name>
    <message>
        <source>Catalogue</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Sculpt</source>
        <translation>빚기</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>Where every run begins. Drag the cross on the plot, or type.</source>
        <translation>모든 실행이 출발하는 곳입니다. 지도의 십자를 끌거나 값을 입력하세요.</translation>
    </message>
    <message>
        <source>Start {name}</source>
        <translation>시작점 {name}</translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
</context>
<context>
    <name>TerrainMaker</name>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Wells</source>
        <translation>우물 수</translation>
    </message>
    <message>
        <source>Rough</source>
        <translation>거칠기</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>Put random features on the base instead of those that are there</source>
        <translation>바탕 위의 지형을 무작위 지형으로 바꿉니다</translation>
    </message>
    <message>
        <source>Another seed, and its terrain at once</source>
        <translation>시드를 바꾸고 바로 그 지형을 만듭니다</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>다른 시드</translation>
    </message>
    <message>
        <source>The same seed always makes the same terrain</source>
        <translation>같은 시드는 항상 같은 지형을 만듭니다</translation>
    </message>
    <message>
        <source>Number of wells</source>
        <translation>우물의 개수</translation>
    </message>
    <message>
        <source>How many wells, each with a minimum</source>
        <translation>극소점이 하나씩 있는 우물의 개수입니다</translation>
    </message>
    <message>
        <source>Roughness</source>
        <translation>거칠기</translation>
    </message>
    <message>
        <source>How many and how high hills and ripples lie between the wells</source>
        <translation>우물 사이에 언덕과 물결이 얼마나 많고 높은지입니다</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Previous event</source>
        <translation>이전 사건</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>다음 사건</translation>
    </message>
    <message>
        <source>Kinds of events to show</source>
        <translation>표시할 사건의 종류</translation>
    </message>
    <message>
        <source>Bookmark this iteration of the chosen run</source>
        <translation>선택한 실행의 이 반복에 책갈피 꽂기</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 표시</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>모두 숨기기</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{run}: ended at {end}.</source>
        <translation>{run}: {end}에서 끝났습니다.</translation>
    </message>
    <message>
        <source>{run}: computed to {end}.</source>
        <translation>{run}: {end}까지 계산했습니다.</translation>
    </message>
    <message>
        <source>Events: {count}. Last one: {text}</source>
        <translation>사건 {count}개. 마지막: {text}</translation>
    </message>
    <message>
        <source>{run}: click to choose this run</source>
        <translation>{run}: 클릭하면 이 실행이 선택됩니다</translation>
    </message>
    <message>
        <source>Change the note…</source>
        <translation>메모 바꾸기…</translation>
    </message>
    <message>
        <source>Bookmark here…</source>
        <translation>여기에 책갈피…</translation>
    </message>
    <message>
        <source>Delete the bookmark</source>
        <translation>책갈피 삭제</translation>
    </message>
    <message>
        <source>Let only this run move</source>
        <translation>이 실행만 움직이기</translation>
    </message>
    <message>
        <source>Timeline of all runs</source>
        <translation>모든 실행의 타임라인</translation>
    </message>
</context>
<context>
    <name>TimelineController</name>
    <message>
        <source>There is no event after this.</source>
        <translation>이 뒤로는 사건이 없습니다.</translation>
    </message>
    <message>
        <source>No event before this.</source>
        <translation>이 앞으로는 사건이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Ten steps back</source>
        <translation>열 걸음 뒤로</translation>
    </message>
    <message>
        <source>Shift+←</source>
        <translation>Shift+←</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>한 걸음 뒤로</translation>
    </message>
    <message>
        <source>←</source>
        <translation>←</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>한 걸음 앞으로</translation>
    </message>
    <message>
        <source>→</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Ten steps forward</source>
        <translation>열 걸음 앞으로</translation>
    </message>
    <message>
        <source>Shift+→</source>
        <translation>Shift+→</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>평가 횟수</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>past the end computes more steps</source>
        <translation>끝을 넘기면 더 계산합니다</translation>
    </message>
    <message>
        <source>Time slider</source>
        <translation>시간 슬라이더</translation>
    </message>
    <message>
        <source>drag through all of it</source>
        <translation>끌어서 전체를 훑습니다</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>while playing</source>
        <translation>재생하는 동안</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>1걸음/초</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed}걸음/초</translation>
    </message>
    <message>
        <source>1 evaluation/s</source>
        <translation>평가 1회/초</translation>
    </message>
    <message>
        <source>{speed} evaluations/s</source>
        <translation>평가 {speed}회/초</translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation>1에폭/초</translation>
    </message>
    <message>
        <source>{speed} epochs/s</source>
        <translation>{speed}에폭/초</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>of {last}</source>
        <translation>/ {last}</translation>
    </message>
    <message>
        <source>of {last} …</source>
        <translation>/ {last} …</translation>
    </message>
    <message>
        <source>More steps are being computed</source>
        <translation>걸음을 더 계산하는 중입니다</translation>
    </message>
</context>
<context>
    <name>Tuner</name>
    <message>
        <source>Tuning cancelled; nothing was changed.</source>
        <translation>조정을 취소했습니다. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>Tune learning rates</source>
        <translation>학습률 조정</translation>
    </message>
    <message>
        <source>Learning rates tuned: the lowest loss of {count} rates after {steps} steps from this start.</source>
        <translation>학습률을 조정했습니다. 이 시작점에서 {steps}걸음 뒤의 손실이 {count}개의 학습률 가운데 가장 낮은 것입니다.</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>As the system</source>
        <translation>시스템 설정대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>As suits the surface</source>
        <translation>곡면에 알맞게</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>로그 간격</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>By quantile</source>
        <translation>분위수 간격</translation>
    </message>
    <message>
        <source>Quiet, as the theme</source>
        <translation>차분하게(테마에 맞춤)</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>회색</translation>
    </message>
    <message>
        <source>Downhill arrows, −∇f</source>
        <translation>내리막 화살표, −∇f</translation>
    </message>
    <message>
        <source>Newton arrows, −H⁻¹∇f</source>
        <translation>뉴턴 화살표, −H⁻¹∇f</translation>
    </message>
    <message>
        <source>Where the curvature is indefinite</source>
        <translation>곡률의 부호가 섞인 곳</translation>
    </message>
    <message>
        <source>Condition number</source>
        <translation>조건수</translation>
    </message>
    <message>
        <source>Curvature at the pointer</source>
        <translation>포인터 자리의 곡률</translation>
    </message>
    <message>
        <source>The slope&apos;s own step, −η∇f</source>
        <translation>기울기만의 걸음, −η∇f</translation>
    </message>
    <message>
        <source>The adapted step: what scaling makes of the slope</source>
        <translation>적응된 걸음: 기울기에 크기 조정만 한 것</translation>
    </message>
    <message>
        <source>Inertia and pull, tail to head</source>
        <translation>관성과 당김을 이어서</translation>
    </message>
    <message>
        <source>The step and where it lands</source>
        <translation>걸음과 그 도착점</translation>
    </message>
    <message>
        <source>Points it tried, population, simplex</source>
        <translation>시도한 점, 개체군, 심플렉스</translation>
    </message>
    <message>
        <source>What each axis is divided by, as squares</source>
        <translation>축마다 나누는 값(사각형)</translation>
    </message>
    <message>
        <source>Learning rate of each axis, as an ellipse</source>
        <translation>축마다의 학습률(타원)</translation>
    </message>
    <message>
        <source>Directions of curvature, as long as they bend</source>
        <translation>곡률의 방향(휘는 만큼의 길이)</translation>
    </message>
    <message>
        <source>First-order model: the plane and where it holds</source>
        <translation>1차 모형: 평면과 그것이 맞는 범위</translation>
    </message>
    <message>
        <source>Second-order model and its bottom</source>
        <translation>2차 모형과 그 바닥</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>흐려지게</translation>
    </message>
    <message>
        <source>Last 10 steps</source>
        <translation>마지막 10걸음</translation>
    </message>
    <message>
        <source>Last 50 steps</source>
        <translation>마지막 50걸음</translation>
    </message>
    <message>
        <source>Marker every {rows} steps</source>
        <translation>{rows}걸음마다 표식</translation>
    </message>
    <message>
        <source>No markers</source>
        <translation>표식 없음</translation>
    </message>
    <message>
        <source>Of every run</source>
        <translation>모든 실행에 표시</translation>
    </message>
</context>
<context>
    <name>_StateModel</name>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Length of the gradient</source>
        <translation>기울기의 크기</translation>
    </message>
    <message>
        <source>Learning rate of the step that starts here</source>
        <translation>여기서 시작하는 걸음의 학습률</translation>
    </message>
    <message>
        <source>Gradient evaluations so far, in full passes over the data</source>
        <translation>지금까지의 기울기 평가 횟수(데이터 전체를 한 번 훑는 것을 1로 셈)</translation>
    </message>
    <message>
        <source>What the optimizer remembers</source>
        <translation>옵티마이저가 기억하는 것</translation>
    </message>
</context>
<context>
    <name>branches</name>
    <message>
        <source>from {run} at {iteration}</source>
        <translation>{run}의 {iteration}번째에서</translation>
    </message>
    <message>
        <source>from {run} (removed) at {iteration}</source>
        <translation>{run}(삭제됨)에서, {iteration}번째</translation>
    </message>
    <message>
        <source>Until there it goes the way of {run} as that was when it was removed.</source>
        <translation>그곳까지는 삭제될 때의 {run} 실행과 같은 길로 갑니다.</translation>
    </message>
    <message>
        <source>Until there it goes the way of {run}, and follows what is changed on it.</source>
        <translation>그곳까지는 {run} 실행과 같은 길로 가고, 그 실행을 바꾸면 함께 바뀝니다.</translation>
    </message>
    <message>
        <source>no memory to carry</source>
        <translation>이어받을 기억 없음</translation>
    </message>
    <message>
        <source>begins with no memory</source>
        <translation>기억 없이 시작</translation>
    </message>
    <message>
        <source>begins with no memory where it is nudged to</source>
        <translation>옮겨진 곳에서 기억 없이 시작</translation>
    </message>
    <message>
        <source>begins with no memory: its parent has none</source>
        <translation>기억 없이 시작: 원본에 기억이 없음</translation>
    </message>
    <message>
        <source>begins with no memory: what its parent has does not fit</source>
        <translation>기억 없이 시작: 원본의 기억이 맞지 않음</translation>
    </message>
    <message>
        <source>carries {kept}</source>
        <translation>{kept} 이어받음</translation>
    </message>
    <message>
        <source>carries {kept}; {others} afresh</source>
        <translation>{kept} 이어받음, {others} 새로 시작</translation>
    </message>
    <message>
        <source>The run it leaves ends at iteration {end}: it goes on from there.</source>
        <translation>갈라져 나온 실행이 {end}번째 반복에서 끝나므로 그곳에서 이어집니다.</translation>
    </message>
    <message>
        <source>Take over what the parent&apos;s optimizer remembers, field by field where name and size agree; without, the optimizer begins as at a start. Schedules and batches go on in any case.</source>
        <translation>원본의 옵티마이저가 기억하는 것을 이름과 크기가 같은 항목마다 이어받습니다. 끄면 옵티마이저가 처음부터 시작합니다. 스케줄과 배치는 어느 쪽이든 이어집니다.</translation>
    </message>
    <message>
        <source>The iteration at which it leaves its parent; until then both are one.</source>
        <translation>원본에서 갈라지는 반복입니다. 그때까지 둘은 하나입니다.</translation>
    </message>
    <message>
        <source>Moves the position where it leaves its parent. Or drag its point on the map.</source>
        <translation>원본에서 갈라지는 위치를 옮깁니다. 지도에서 점을 끌어도 됩니다.</translation>
    </message>
    <message>
        <source>carry state</source>
        <translation>상태 이어받기</translation>
    </message>
    <message>
        <source>leaves at</source>
        <translation>갈라지는 반복</translation>
    </message>
    <message>
        <source>nudge {name}</source>
        <translation>{name} 옮기기</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>(k+1)/length, PyTorch&apos;s line from `start`, or `start`.</source>
        <translation>(k+1)/length, `start`에서 시작하는 PyTorch의 직선, 또는 `start` 그대로입니다.</translation>
    </message>
    <message>
        <source>1 / t</source>
        <translation>1 / t</translation>
    </message>
    <message>
        <source>1 is a straight line; above, most of the fall comes early.</source>
        <translation>1이면 직선이고, 더 크면 대부분 초반에 내려갑니다.</translation>
    </message>
    <message>
        <source>A Newton step maps x to −x³: from within ±1 it converges at once, from outside it is thrown away.</source>
        <translation>뉴턴 걸음은 x를 −x³으로 보냅니다. ±1 안에서는 곧바로 수렴하고, 밖에서는 멀리 튕겨 나갑니다.</translation>
    </message>
    <message>
        <source>A bag holds from 2 to {0} samples, not {1}.</source>
        <translation>주머니에는 표본이 2개에서 {0}개까지 들어갑니다. {1}개는 안 됩니다.</translation>
    </message>
    <message>
        <source>A ball with inertia: steps that keep their direction add up, steps that alternate cancel. Calms the zigzag of a ravine and rolls through small dips.</source>
        <translation>관성이 있는 공입니다. 방향이 같은 걸음은 쌓이고 번갈아 바뀌는 걸음은 상쇄됩니다. 협곡의 지그재그를 가라앉히고 작은 웅덩이는 굴러서 지나갑니다.</translation>
    </message>
    <message>
        <source>A bar | of an absolute value is not closed yet; bars come in pairs.</source>
        <translation>절댓값 막대 |가 아직 닫히지 않았습니다. 막대는 짝을 이룹니다.</translation>
    </message>
    <message>
        <source>A bowl needs curvatures 0 &lt; smallest ≤ largest, not {0} and {1}.</source>
        <translation>그릇의 곡률은 0 &lt; 최소 ≤ 최대여야 합니다. {0}, {1}은 안 됩니다.</translation>
    </message>
    <message>
        <source>A bowl with ridges across the way: every ridge holds back what has too little momentum.</source>
        <translation>길을 가로막는 능선이 있는 그릇입니다. 능선마다 모멘텀이 모자란 것을 붙잡습니다.</translation>
    </message>
    <message>
        <source>A branch of a branch goes {0} levels deep at most.</source>
        <translation>분기의 분기는 {0}단계까지만 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>A bumpy funnel with a sharp tip: the tip draws from afar, but only to those who get over the bumps.</source>
        <translation>끝이 뾰족하고 울퉁불퉁한 깔때기입니다. 멀리서부터 끝으로 끌어당기지만, 혹을 넘은 것만 닿을 수 있습니다.</translation>
    </message>
    <message>
        <source>A cautious optimizer for a weight that is good already and a bold one for a new weight: the pretrained one stays near what it knows. What PyTorch calls parameter groups.</source>
        <translation>이미 좋은 가중치에는 조심스러운 옵티마이저를, 새 가중치에는 과감한 옵티마이저를 씁니다. 사전 학습된 가중치는 아는 것 가까이에 머뭅니다. PyTorch의 매개변수 그룹입니다.</translation>
    </message>
    <message>
        <source>A cloud of trial points that moves to its better half and stretches along the valley. Compares losses only, so it is indifferent to how the loss is scaled; each generation costs as many losses as it has points.</source>
        <translation>시험점의 구름이 더 나은 절반 쪽으로 옮겨 가며 골짜기를 따라 늘어납니다. 손실을 비교만 하므로 손실의 스케일에 영향을 받지 않습니다. 한 세대마다 점의 수만큼 손실을 계산합니다.</translation>
    </message>
    <message>
        <source>A comma only stands between the arguments of a function, as in max(x, y).</source>
        <translation>쉼표는 max(x, y)처럼 함수의 인수 사이에만 씁니다.</translation>
    </message>
    <message>
        <source>A common factor on the learning rates of its parts.</source>
        <translation>모든 부분의 학습률에 함께 곱하는 수입니다.</translation>
    </message>
    <message>
        <source>A comparison by {0} only stands once, first in where(x &lt; 0, …, …).</source>
        <translation>{0} 비교는 where(x &lt; 0, …, …)의 맨 앞에 한 번만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>A curved ravine: reaching its floor is easy, following it to the minimum is not.</source>
        <translation>굽은 협곡입니다. 바닥에 닿기는 쉽지만 바닥을 따라 극소점까지 가기는 어렵습니다.</translation>
    </message>
    <message>
        <source>A flat middle between steep walls: one learning rate does not fit both.</source>
        <translation>가파른 벽 사이의 평평한 가운데입니다. 학습률 하나로는 둘 다에 맞출 수 없습니다.</translation>
    </message>
    <message>
        <source>A formula cannot begin with “{0}”; something is missing before it.</source>
        <translation>수식은 “{0}”로 시작할 수 없습니다. 그 앞에 무언가가 빠졌습니다.</translation>
    </message>
    <message>
        <source>A formula has two parameters, x and y; more are for some surfaces of the catalogue.</source>
        <translation>수식의 매개변수는 x와 y 둘입니다. 더 많은 매개변수는 목록의 몇몇 곡면에서만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>A height map cannot lie from {0} to {1} and from {2} to {3}.</source>
        <translation>높이 지도를 {0}에서 {1}까지, {2}에서 {3}까지 놓을 수 없습니다.</translation>
    </message>
    <message>
        <source>A height map has {0} to {1} points a side; this one has {2} × {3}.</source>
        <translation>높이 지도는 한 변에 점이 {0}개에서 {1}개까지 있어야 하는데, 이것은 {2} × {3}입니다.</translation>
    </message>
    <message>
        <source>A height map is a surface over x and y and has no parameters.</source>
        <translation>높이 지도는 x와 y 위의 곡면이며 조절할 매개변수가 없습니다.</translation>
    </message>
    <message>
        <source>A height map is a table of numbers with rows and columns.</source>
        <translation>높이 지도는 행과 열로 된 수의 표입니다.</translation>
    </message>
    <message>
        <source>A large group of points and a small one beside it.</source>
        <translation>점의 큰 무리와 그 옆의 작은 무리입니다.</translation>
    </message>
    <message>
        <source>A line</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>A long trench with an even floor, steep across and flat along: h·exp(−u² − v⁴), downwards.</source>
        <translation>바닥이 고른 긴 도랑입니다. 가로로는 가파르고 길이로는 평평합니다: 아래로 h·exp(−u² − v⁴).</translation>
    </message>
    <message>
        <source>A loss lower by less than this share is no progress.</source>
        <translation>손실이 이 비율보다 적게 줄면 나아진 것으로 치지 않습니다.</translation>
    </message>
    <message>
        <source>A mixture of a plain gradient step and an averaged one: a long memory that still answers at once. Gradient descent, momentum and Nesterov are points on its two sliders.</source>
        <translation>기울기 그대로의 걸음과 평균한 걸음을 섞습니다. 기억이 길면서도 바로 반응합니다. 경사하강법, 모멘텀, 네스테로프는 두 슬라이더 위의 점입니다.</translation>
    </message>
    <message>
        <source>A momentum that grows to β₁ (PyTorch), or β₁ at once (Optax).</source>
        <translation>모멘텀을 β₁까지 키워 가거나(PyTorch) 처음부터 β₁로 둡니다(Optax).</translation>
    </message>
    <message>
        <source>A name cannot contain {0}: it becomes the name of a file.</source>
        <translation>이름에 {0} 기호를 쓸 수 없습니다. 이름이 파일 이름이 되기 때문입니다.</translation>
    </message>
    <message>
        <source>A name has at most {0} letters.</source>
        <translation>이름은 최대 {0}자입니다.</translation>
    </message>
    <message>
        <source>A needle in a plateau: outside its hole the gradient says nothing, and shallow dents around it catch what comes near.</source>
        <translation>고원 속의 바늘입니다. 구멍 밖에서는 기울기가 아무것도 알려 주지 않고, 둘레의 얕은 홈이 가까이 오는 것을 붙잡습니다.</translation>
    </message>
    <message>
        <source>A parameter cannot be called “{0}”; use another name of letters and digits.</source>
        <translation>매개변수의 이름으로 “{0}”은(는) 쓸 수 없습니다. 글자와 숫자로 된 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>A plateau cut by thin trenches: the slope shows only beside a trench, and the deepest point is where two of them cross.</source>
        <translation>가는 도랑이 난 고원입니다. 도랑 옆에서만 비탈이 보이고, 가장 깊은 곳은 두 도랑이 만나는 점입니다.</translation>
    </message>
    <message>
        <source>A published valley at 45 degrees with condition number 25.</source>
        <translation>논문에 나오는 45도 골짜기로, 조건수가 25입니다.</translation>
    </message>
    <message>
        <source>A ramp</source>
        <translation>경사면</translation>
    </message>
    <message>
        <source>A random terrain has 1 to {0} wells, not {1}.</source>
        <translation>무작위 지형의 우물은 1개에서 {0}개까지입니다. {1}개는 안 됩니다.</translation>
    </message>
    <message>
        <source>A rise without a corner: fast at first, 63 % after τ iterations, 95 % after three times as many.</source>
        <translation>꺾임 없이 올라갑니다. 처음에 빠르고, τ번 반복 뒤에 63%, 그 세 배 뒤에 95%가 됩니다.</translation>
    </message>
    <message>
        <source>A round or oval hollow with a minimum: h·exp(−u² − v²), downwards.</source>
        <translation>극소점이 있는 둥글거나 타원인 웅덩이입니다: 아래로 h·exp(−u² − v²).</translation>
    </message>
    <message>
        <source>A round or oval rise with a maximum: h·exp(−u² − v²).</source>
        <translation>극대점이 있는 둥글거나 타원인 언덕입니다: h·exp(−u² − v²).</translation>
    </message>
    <message>
        <source>A session has {0} plots, this one has {1}.</source>
        <translation>세션의 그래프는 {0}개인데, 이 파일에는 {1}개가 있습니다.</translation>
    </message>
    <message>
        <source>A session holds at most {0} bookmarks, this one has {1}.</source>
        <translation>세션의 책갈피는 최대 {0}개인데, 이 파일에는 {1}개가 있습니다.</translation>
    </message>
    <message>
        <source>A session holds at most {0} bookmarks.</source>
        <translation>세션의 책갈피는 최대 {0}개입니다.</translation>
    </message>
    <message>
        <source>A session holds at most {0} runs, this one has {1}.</source>
        <translation>세션의 실행은 최대 {0}개인데, 이 파일에는 {1}개가 있습니다.</translation>
    </message>
    <message>
        <source>A session holds at most {0} runs.</source>
        <translation>세션의 실행은 최대 {0}개입니다.</translation>
    </message>
    <message>
        <source>A shallow well beside a deep one: noise can carry a run over the ridge between them.</source>
        <translation>깊은 우물 옆에 얕은 우물이 있습니다. 잡음이 실행을 그 사이의 능선 너머로 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>A sign is missing between “{0}” and “{1}”; {2}.</source>
        <translation>“{0}”와(과) “{1}” 사이에 기호가 빠졌습니다. {2}.</translation>
    </message>
    <message>
        <source>A sine wave</source>
        <translation>사인파</translation>
    </message>
    <message>
        <source>A small dip on the slope traps plain descent, while momentum crosses it.</source>
        <translation>비탈의 작은 웅덩이에 경사하강법은 갇히지만 모멘텀은 지나갑니다.</translation>
    </message>
    <message>
        <source>A small network</source>
        <translation>작은 신경망</translation>
    </message>
    <message>
        <source>A smooth cliff across the whole plane, from 0 up to h along u: h·(1 + tanh u)/2.</source>
        <translation>평면 전체를 가로지르는 매끄러운 절벽입니다. u를 따라 0에서 h까지 올라갑니다: h·(1 + tanh u)/2.</translation>
    </message>
    <message>
        <source>A soft threshold</source>
        <translation>부드러운 문턱</translation>
    </message>
    <message>
        <source>A step&apos;s length where surprise equals slope.</source>
        <translation>놀라움이 기울기와 같은 곳에서의 걸음 길이입니다.</translation>
    </message>
    <message>
        <source>A straight line from one factor to another; from 1 to 0 by itself.</source>
        <translation>한 배율에서 다른 배율까지 직선으로 바뀝니다. 기본은 1에서 0까지입니다.</translation>
    </message>
    <message>
        <source>A surface has at most {0} features, not {1}.</source>
        <translation>곡면의 지형은 최대 {0}개입니다. {1}개는 안 됩니다.</translation>
    </message>
    <message>
        <source>A surface made of data needs at least one sample.</source>
        <translation>데이터로 만든 곡면에는 표본이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>A surface needs a name.</source>
        <translation>곡면에는 이름이 있어야 합니다.</translation>
    </message>
    <message>
        <source>A surface needs either a name from the catalogue or a formula, and not both.</source>
        <translation>곡면에는 목록의 이름이나 수식 가운데 하나만 있어야 합니다.</translation>
    </message>
    <message>
        <source>A surface takes at most {0} samples; these are {1}.</source>
        <translation>곡면의 표본은 최대 {0}개인데, 여기에는 {1}개가 있습니다.</translation>
    </message>
    <message>
        <source>A table: flat on top, where the gradient all but vanishes, and steep at its edge: h·exp(−(u² + v²)⁴).</source>
        <translation>탁자 모양입니다. 위는 평평해서 기울기가 거의 사라지고 가장자리는 가파릅니다: h·exp(−(u² + v²)⁴).</translation>
    </message>
    <message>
        <source>A triangle that flips, stretches and shrinks its way downhill by comparing losses: no gradient at all. Robust in two parameters, lost in many.</source>
        <translation>삼각형이 손실을 비교하면서 뒤집히고 늘어나고 줄어들며 내려갑니다. 기울기를 전혀 쓰지 않습니다. 매개변수가 둘이면 튼튼하지만 많으면 길을 잃습니다.</translation>
    </message>
    <message>
        <source>A valley that leads into the wrong dip first: the better one lies behind a saddle.</source>
        <translation>골짜기가 먼저 나쁜 웅덩이로 이끕니다. 더 좋은 웅덩이는 안장점 너머에 있습니다.</translation>
    </message>
    <message>
        <source>A wall of slope 37: one gradient taken on it throws a run out of the valley, unless it is clipped.</source>
        <translation>기울기가 37인 벽입니다. 그 위에서 구한 기울기 하나가, 잘라 내지 않으면 실행을 골짜기 밖으로 던집니다.</translation>
    </message>
    <message>
        <source>A wall with an even crest, to be crossed or walked around: h·exp(−u² − v⁴).</source>
        <translation>마루가 고른 벽입니다. 넘거나 돌아가야 합니다: h·exp(−u² − v⁴).</translation>
    </message>
    <message>
        <source>A: how many steps the decay is held back.</source>
        <translation>A: 감쇠를 몇 걸음 동안 늦추는지입니다.</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Absolute values</source>
        <translation>절댓값</translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation>Ackley</translation>
    </message>
    <message>
        <source>AdaBelief</source>
        <translation>AdaBelief</translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation>AdaDelta</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>AdaGrad that sees directions in place of axes: it brakes along whatever direction has been steep, and a turned valley is as easy as a straight one. Made for matrices; for a vector of parameters it is this.</source>
        <translation>축 대신 방향을 보는 AdaGrad입니다. 가파르던 방향이면 어느 쪽이든 제동하므로 돌아간 골짜기도 곧은 골짜기만큼 쉽습니다. 원래 행렬을 위한 방법이며, 매개변수 벡터에서는 이런 모습입니다.</translation>
    </message>
    <message>
        <source>AdaMax</source>
        <translation>AdaMax</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam along the directions in which gradients vary, in place of the axes: a valley that lies across them costs nothing extra. Made for matrices; here the basis is that of a single vector of parameters.</source>
        <translation>축 대신 기울기가 변하는 방향을 따라 Adam을 적용합니다. 축에 비스듬한 골짜기도 더 어렵지 않습니다. 원래 행렬을 위한 방법이며, 여기서는 매개변수 벡터 하나의 기저를 씁니다.</translation>
    </message>
    <message>
        <source>Adam that also shrinks every parameter by the same small share at each step. Its goal is then no longer the minimum of the surface but a point nearer to zero.</source>
        <translation>걸음마다 모든 매개변수를 똑같이 조금씩 줄이기도 하는 Adam입니다. 그래서 목표가 곡면의 극소점이 아니라 0에 더 가까운 점이 됩니다.</translation>
    </message>
    <message>
        <source>Adam that brakes by the largest recent gradient in place of the mean square: after a steep place it stays slow until that has faded.</source>
        <translation>제곱 평균 대신 최근의 가장 큰 기울기로 제동하는 Adam입니다. 가파른 곳을 지나면 그 기억이 옅어질 때까지 느립니다.</translation>
    </message>
    <message>
        <source>Adam that divides by how much a gradient surprises: large steps where gradients are as expected, however large they are, small ones where they are not.</source>
        <translation>기울기가 얼마나 뜻밖인지로 나누는 Adam입니다. 기울기가 아무리 커도 예상대로면 크게 걷고, 예상과 다르면 작게 걷습니다.</translation>
    </message>
    <message>
        <source>Adam that looks ahead as Nesterov does: it also follows how the gradient changes from step to step, and so brakes before a slope turns.</source>
        <translation>네스테로프처럼 앞을 내다보는 Adam입니다. 기울기가 걸음마다 어떻게 바뀌는지도 따라가므로 비탈이 바뀌기 전에 제동합니다.</translation>
    </message>
    <message>
        <source>Adam that measures its own learning rate: it grows d until it matches the distance to the minimum. Leave η at 1. Takes about as many steps from a start ten thousand times further away.</source>
        <translation>학습률을 스스로 재는 Adam입니다. d가 극소점까지의 거리와 맞을 때까지 키웁니다. η는 1로 두세요. 만 배 먼 곳에서 시작해도 걸음 수가 거의 같습니다.</translation>
    </message>
    <message>
        <source>Adam whose brake is let go gently: v falls by a share of g², not by a share of itself, so that steps do not suddenly grow where gradients vanish.</source>
        <translation>제동을 서서히 푸는 Adam입니다. v가 자신의 비율이 아니라 g²의 비율만큼 줄어서, 기울기가 사라지는 곳에서 걸음이 갑자기 커지지 않습니다.</translation>
    </message>
    <message>
        <source>Adam whose brakes never open again: it converges where Adam can be led astray by rare large gradients, and is slower everywhere else.</source>
        <translation>제동을 다시 풀지 않는 Adam입니다. 드문 큰 기울기에 Adam이 길을 잃는 곳에서도 수렴하지만, 다른 곳에서는 더 느립니다.</translation>
    </message>
    <message>
        <source>Adam whose momentum looks one step ahead, as Nesterov&apos;s does: it turns a little earlier, and is often the fastest of the family on smooth valleys.</source>
        <translation>모멘텀이 네스테로프처럼 한 걸음 앞을 보는 Adam입니다. 조금 더 일찍 방향을 바꾸며, 매끄러운 골짜기에서는 이 계열에서 가장 빠를 때가 많습니다.</translation>
    </message>
    <message>
        <source>Adam with a warm-up of its own: while it has seen too few gradients to know their size it does not divide by it. Those first steps are as long as the gradient is steep.</source>
        <translation>워밍업이 들어 있는 Adam입니다. 기울기를 충분히 보지 못해 크기를 모르는 동안에는 나누지 않습니다. 그 첫 걸음들의 길이는 기울기에 비례합니다.</translation>
    </message>
    <message>
        <source>Adam with two more sliders that mix the present gradient into its averages: a longer memory that still answers at once. Adam, RMSProp and nearly NAdam are points on them.</source>
        <translation>지금의 기울기를 평균에 섞는 슬라이더가 둘 더 있는 Adam입니다. 기억이 길면서도 바로 반응합니다. Adam, RMSProp, 그리고 NAdam에 가까운 것이 그 위의 점입니다.</translation>
    </message>
    <message>
        <source>Adam&apos;s braking per axis at a constant rate, with the running average of the path in place of momentum and of a decaying rate. Gradients are taken ahead of the point that is shown, at y.</source>
        <translation>일정한 학습률로 Adam처럼 축마다 제동하고, 모멘텀과 학습률 감쇠 대신 경로의 누적 평균을 씁니다. 기울기는 보이는 점보다 앞선 y에서 구합니다.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adan</source>
        <translation>Adan</translation>
    </message>
    <message>
        <source>Added to the surprise at every step.</source>
        <translation>걸음마다 놀라움에 더하는 값입니다.</translation>
    </message>
    <message>
        <source>Adds made-up noise to every gradient, less and less of it: a way off saddles and out of shallow dips. It is equal in all directions and knows nothing of any data: this is not SGD.</source>
        <translation>모든 기울기에 인공 잡음을 점점 적게 더합니다. 안장점을 벗어나고 얕은 웅덩이에서 나오는 길이 됩니다. 잡음은 모든 방향으로 같고 데이터를 전혀 모르므로 SGD가 아닙니다.</translation>
    </message>
    <message>
        <source>After every fall the full learning rate comes back: a kick that may lead to another minimum.</source>
        <translation>내려갈 때마다 온전한 학습률이 되돌아옵니다. 그 충격으로 다른 극소점에 이를 수도 있습니다.</translation>
    </message>
    <message>
        <source>After so many steps the noise is gone; 0 never cools.</source>
        <translation>이만큼의 걸음 뒤에 잡음이 사라집니다. 0이면 식지 않습니다.</translation>
    </message>
    <message>
        <source>Along the lines x/2 + y = −47 and x − y = 47 the root has no slope; it counts as 0 there. On the border, (512, 404.2319) has the loss −959.6407.</source>
        <translation>직선 x/2 + y = −47과 x − y = 47 위에서는 제곱근에 기울기가 없어서 0으로 칩니다. 경계의 (512, 404.2319)에서 손실은 −959.6407입니다.</translation>
    </message>
    <message>
        <source>Along this step the slope&apos;s promise holds (to a tenth) for {distance}; the step is {length} long, {ratio} times that.</source>
        <translation>이 방향에서 기울기의 예측은 {distance}까지만 맞습니다(오차 10분의 1 이내). 걸음의 길이 {length}은(는) 그 {ratio}배입니다.</translation>
    </message>
    <message>
        <source>An egg box: descent stops in the cell it starts in; nearly every minimum is a trap.</source>
        <translation>달걀판입니다. 경사하강법은 시작한 칸에서 멈춥니다. 거의 모든 극소점이 함정입니다.</translation>
    </message>
    <message>
        <source>An input around 8 ties weight and bias into a narrow valley; batch normalisation frees them.</source>
        <translation>8 근처의 입력이 가중치와 편향을 좁은 골짜기로 묶습니다. 배치 정규화가 풀어 줍니다.</translation>
    </message>
    <message>
        <source>An invisible character ({0}) stands here; delete it.</source>
        <translation>여기에 보이지 않는 문자({0})가 있습니다. 지우세요.</translation>
    </message>
    <message>
        <source>Another number draws otherwise; runs of one number draw the same.</source>
        <translation>수를 바꾸면 다르게 뽑습니다. 수가 같은 실행은 똑같이 뽑습니다.</translation>
    </message>
    <message>
        <source>Areas in square metres make a ravine of condition number 46 258; standardized, it is a round bowl.</source>
        <translation>넓이를 제곱미터로 쓰면 조건수 46258의 협곡이 되고, 표준화하면 둥근 그릇이 됩니다.</translation>
    </message>
    <message>
        <source>As for SGD, up to some four times larger.</source>
        <translation>SGD와 같거나, 네 배쯤까지 더 크게 씁니다.</translation>
    </message>
    <message>
        <source>At the centre the Hessian is zero: curvature gives no direction and descent slows to 1/t.</source>
        <translation>가운데에서 헤세 행렬이 0입니다. 곡률이 방향을 알려 주지 않고, 하강은 1/t로 느려집니다.</translation>
    </message>
    <message>
        <source>At the kink of a sample its slope is taken as 0.</source>
        <translation>표본의 꺾인 점에서는 기울기를 0으로 칩니다.</translation>
    </message>
    <message>
        <source>At the tip (0, 0) there is no gradient; it counts as 0 there. Close by it does not shrink, so a fixed step never settles.</source>
        <translation>뾰족한 끝 (0, 0)에는 기울기가 없어서 0으로 칩니다. 그 가까이에서 기울기가 작아지지 않으므로 고정된 걸음은 멈추지 못합니다.</translation>
    </message>
    <message>
        <source>Average of the iterates</source>
        <translation>반복점의 평균</translation>
    </message>
    <message>
        <source>BFGS</source>
        <translation>BFGS</translation>
    </message>
    <message>
        <source>BFGS without its matrix, for many parameters: the last m steps say how the gradient changes. With two parameters it is BFGS in other clothes.</source>
        <translation>매개변수가 많을 때를 위한 행렬 없는 BFGS입니다. 마지막 m걸음이 기울기가 어떻게 바뀌는지 알려 줍니다. 매개변수가 둘이면 겉모습만 다른 BFGS입니다.</translation>
    </message>
    <message>
        <source>Barzilai–Borwein</source>
        <translation>Barzilai–Borwein</translation>
    </message>
    <message>
        <source>Beale</source>
        <translation>Beale</translation>
    </message>
    <message>
        <source>Believes its quadratic model only within a radius, which grows when the model was right and shrinks when it was wrong. Bends from steepest descent to Newton as the radius grows.</source>
        <translation>2차 모형을 반지름 안에서만 믿습니다. 모형이 맞으면 반지름을 키우고 틀리면 줄입니다. 반지름이 커질수록 최급강하법에서 뉴턴 방법 쪽으로 휩니다.</translation>
    </message>
    <message>
        <source>Bending ravine</source>
        <translation>굽이치는 협곡</translation>
    </message>
    <message>
        <source>Between “{0}” and “{1}” a number, a name or a bracket is missing.</source>
        <translation>“{0}”와(과) “{1}” 사이에 수나 이름, 괄호가 빠졌습니다.</translation>
    </message>
    <message>
        <source>Beyond the end: stay there, or swing back as PyTorch&apos;s does.</source>
        <translation>끝난 뒤에 그대로 머물거나, PyTorch처럼 다시 올라갑니다.</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>Booth</translation>
    </message>
    <message>
        <source>Both axes have had gradients alike: their steps are divided by {divisor} and {other}.</source>
        <translation>두 축의 기울기가 비슷했으므로 걸음을 각각 {divisor}, {other}(으)로 나눕니다.</translation>
    </message>
    <message>
        <source>Bowl with a dip</source>
        <translation>웅덩이가 있는 그릇</translation>
    </message>
    <message>
        <source>Bowls and ravines</source>
        <translation>그릇과 협곡</translation>
    </message>
    <message>
        <source>Brakes by the largest average of squares so far (AMSGrad).</source>
        <translation>지금까지 가장 큰 제곱 평균으로 제동합니다(AMSGrad).</translation>
    </message>
    <message>
        <source>Branin</source>
        <translation>Branin</translation>
    </message>
    <message>
        <source>CMA-ES</source>
        <translation>CMA-ES</translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation>절벽</translation>
    </message>
    <message>
        <source>Cliffs and kinks</source>
        <translation>절벽과 꺾임</translation>
    </message>
    <message>
        <source>Clipped gradients</source>
        <translation>기울기 클리핑</translation>
    </message>
    <message>
        <source>Coefficients that depend on the number of parameters; for two they are the same.</source>
        <translation>매개변수 개수에 따라 달라지는 계수입니다. 둘일 때는 같습니다.</translation>
    </message>
    <message>
        <source>Conjugate gradient</source>
        <translation>켤레기울기법</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation>재시작 코사인</translation>
    </message>
    <message>
        <source>Could not delete {0}: {1}.</source>
        <translation>{0} 파일을 삭제하지 못했습니다: {1}.</translation>
    </message>
    <message>
        <source>Could not make {0}: {1}.</source>
        <translation>{0} 폴더를 만들지 못했습니다: {1}.</translation>
    </message>
    <message>
        <source>Could not read {0}: {1}.</source>
        <translation>{0} 파일을 읽지 못했습니다: {1}.</translation>
    </message>
    <message>
        <source>Could not rename {0}: {1}.</source>
        <translation>{0} 파일의 이름을 바꾸지 못했습니다: {1}.</translation>
    </message>
    <message>
        <source>Could not write {0}: {1}.</source>
        <translation>{0} 파일에 쓰지 못했습니다: {1}.</translation>
    </message>
    <message>
        <source>Cross-entropy is convex: one minimum, reached from everywhere. Change the loss to MSE and look again.</source>
        <translation>교차 엔트로피는 볼록합니다. 극소점이 하나이고 어디서든 닿습니다. 손실을 MSE로 바꾸고 다시 보세요.</translation>
    </message>
    <message>
        <source>Curvature 48 at the start and 0.1 at the bottom: a learning rate that suits the end diverges at the beginning, unless it is warmed up.</source>
        <translation>곡률이 시작점에서 48, 바닥에서 0.1입니다. 끝에 맞는 학습률은 워밍업하지 않으면 처음에 발산합니다.</translation>
    </message>
    <message>
        <source>Cyclic</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>Damped Newton (Levenberg)</source>
        <translation>감쇠 뉴턴(Levenberg)</translation>
    </message>
    <message>
        <source>Data-driven</source>
        <translation>데이터로 만든 곡면</translation>
    </message>
    <message>
        <source>Decimals are written with a point: {0} instead of {1},{2}.</source>
        <translation>소수는 점으로 씁니다. {1},{2} 대신 {0}처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Deep folds with kinks between them, and the lowest point of all lies on the border: no slope leads to it.</source>
        <translation>깊은 주름 사이에 꺾인 곳이 있고, 가장 낮은 점은 경계에 있습니다. 그리로 이끄는 비탈이 없습니다.</translation>
    </message>
    <message>
        <source>Descent crawls past the saddle, adaptive methods hardly notice it, Newton walks into it.</source>
        <translation>경사하강법은 안장점을 기듯이 지나고, 적응형 방법은 거의 알아채지 못하며, 뉴턴 방법은 그리로 걸어 들어갑니다.</translation>
    </message>
    <message>
        <source>Divide out that both averages start at zero (Optax); off in the authors&apos; code.</source>
        <translation>두 평균이 0에서 시작하는 편향을 나누어 바로잡습니다(Optax). 저자의 코드에는 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Divide out that both averages start at zero.</source>
        <translation>두 평균이 0에서 시작하는 편향을 나누어 바로잡습니다.</translation>
    </message>
    <message>
        <source>Divide out that the average of gradients starts at zero.</source>
        <translation>기울기의 평균이 0에서 시작하는 편향을 나누어 바로잡습니다.</translation>
    </message>
    <message>
        <source>Divide out that the averages have only begun.</source>
        <translation>평균이 막 시작된 편향을 나누어 바로잡습니다.</translation>
    </message>
    <message>
        <source>Divides by the gradient&apos;s spread, not its size; wants ε of 1e-3 or more.</source>
        <translation>기울기의 크기가 아니라 퍼진 정도로 나눕니다. ε은 1e-3 이상이 알맞습니다.</translation>
    </message>
    <message>
        <source>Divides each axis by its curvature and never moves further than η along it: a sign step wherever the curvature is small, negative or out of date. Here the diagonal of the Hessian is exact, not estimated.</source>
        <translation>축마다 곡률로 나누고 η보다 멀리 움직이지 않습니다. 곡률이 작거나 음수이거나 오래되었으면 부호 걸음이 됩니다. 여기서 헤세 행렬의 대각 성분은 추정이 아니라 정확한 값입니다.</translation>
    </message>
    <message>
        <source>Divides each axis by the recent size of its gradient: brakes on steep axes, speeds up on flat ones, and forgets, so that it does not come to a halt as AdaGrad does.</source>
        <translation>축마다 최근 기울기의 크기로 나눕니다. 가파른 축은 제동하고 완만한 축은 빠르게 합니다. 잊기도 하므로 AdaGrad처럼 멈춰 서지 않습니다.</translation>
    </message>
    <message>
        <source>Drop wave</source>
        <translation>Drop-wave</translation>
    </message>
    <message>
        <source>Drops at milestones</source>
        <translation>정해진 반복에서 감소</translation>
    </message>
    <message>
        <source>Each axis has its own step that grows while the gradient keeps its sign and halves when it turns. Fast with full gradients; with batches, whose signs flip by chance, it is lost.</source>
        <translation>축마다 걸음이 따로 있어서 기울기의 부호가 그대로면 커지고 바뀌면 반으로 줄어듭니다. 전체 기울기로는 빠르지만, 부호가 우연히 뒤집히는 배치로는 길을 잃습니다.</translation>
    </message>
    <message>
        <source>Each coordinate has a deep and a shallow well: in n dimensions one of 2ⁿ minima is the lowest.</source>
        <translation>좌표마다 깊은 우물과 얕은 우물이 있습니다. n차원에서는 2ⁿ개의 극소점 가운데 하나가 가장 낮습니다.</translation>
    </message>
    <message>
        <source>Each fall is so many times as long as the one before.</source>
        <translation>내려가는 구간은 매번 앞 구간의 이 배수만큼 길어집니다.</translation>
    </message>
    <message>
        <source>Each parameter brakes by all the gradients it has ever seen: steep axes slow down at once, rare ones keep their pace, and in the end everything slows.</source>
        <translation>매개변수마다 지금까지 본 모든 기울기로 제동합니다. 가파른 축은 바로 느려지고, 드물게 움직이는 축은 속도를 지키며, 결국 모두 느려집니다.</translation>
    </message>
    <message>
        <source>Each sample is a well of its own: the full batch stays in the small group, small batches leave it.</source>
        <translation>표본마다 우물이 하나씩입니다. 전체 배치는 작은 무리에 머물고, 작은 배치는 빠져나갑니다.</translation>
    </message>
    <message>
        <source>Easom</source>
        <translation>Easom</translation>
    </message>
    <message>
        <source>Eggholder</source>
        <translation>Eggholder</translation>
    </message>
    <message>
        <source>Equal curvature in all directions: every method goes straight to the bottom.</source>
        <translation>모든 방향의 곡률이 같습니다. 어떤 방법이든 바닥으로 곧장 갑니다.</translation>
    </message>
    <message>
        <source>Every parameter moves by exactly η, whatever its slope: what Adam does on its first step. It never comes to rest by itself and ends in a cycle as wide as a step.</source>
        <translation>기울기가 어떻든 모든 매개변수가 정확히 η만큼 움직입니다. Adam의 첫 걸음과 같습니다. 스스로 멈추지 못하고 한 걸음 너비의 순환으로 끝납니다.</translation>
    </message>
    <message>
        <source>Every sample has its own valley; a small batch follows now one of them, now another.</source>
        <translation>표본마다 골짜기가 다릅니다. 작은 배치는 이번에는 이 골짜기, 다음에는 저 골짜기를 따라갑니다.</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>지수</translation>
    </message>
    <message>
        <source>Exponential warm-up</source>
        <translation>지수 워밍업</translation>
    </message>
    <message>
        <source>Fall to the start first, and then far below it.</source>
        <translation>먼저 시작값까지 내려가고, 그 뒤 훨씬 아래로 내려갑니다.</translation>
    </message>
    <message>
        <source>Falls for ever, but so slowly that no point is out of reach: what proofs of online learning ask for.</source>
        <translation>끝없이 줄지만 아주 느려서 닿지 못할 점이 없습니다. 온라인 학습의 증명이 요구하는 스케줄입니다.</translation>
    </message>
    <message>
        <source>Falls to 0 on a straight line (power 1), early (above 1) or late (below 1).</source>
        <translation>0까지 직선으로(power 1), 일찍(1보다 크면), 또는 늦게(1보다 작으면) 내려갑니다.</translation>
    </message>
    <message>
        <source>Far out the gradient all but vanishes: methods that rescale it get home first.</source>
        <translation>멀리서는 기울기가 거의 사라집니다. 기울기의 크기를 바꾸는 방법이 먼저 도착합니다.</translation>
    </message>
    <message>
        <source>Four equal minima: the start and the method decide which one is found.</source>
        <translation>똑같은 극소점이 넷입니다. 어느 것을 찾을지는 시작점과 방법에 달려 있습니다.</translation>
    </message>
    <message>
        <source>Freudenstein–Roth</source>
        <translation>Freudenstein–Roth</translation>
    </message>
    <message>
        <source>From the published start many methods end in the local minimum, at a loss of 49 instead of 0.</source>
        <translation>논문의 시작점에서 많은 방법이 손실 0이 아니라 49인 지역 최솟값에서 끝납니다.</translation>
    </message>
    <message>
        <source>Full pace for a while, then a tenth of it, and again: every drop shrinks the noise ball at once.</source>
        <translation>한동안 온전한 속도, 그다음 10분의 1, 그리고 다시 10분의 1이 됩니다. 줄 때마다 잡음 공이 바로 작아집니다.</translation>
    </message>
    <message>
        <source>Give the newest gradient another share.</source>
        <translation>가장 새로운 기울기에 몫을 더 줍니다.</translation>
    </message>
    <message>
        <source>Goldstein–Price</source>
        <translation>Goldstein–Price</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>경사하강법</translation>
    </message>
    <message>
        <source>Gradient descent in a heat bath: normal noise, equal in all directions and made up, carries it over ridges and off saddles, and dies away as it cools. Not SGD, whose noise comes from the samples.</source>
        <translation>열탕 속의 경사하강법입니다. 모든 방향으로 같은 인공 정규 잡음이 능선을 넘고 안장점을 벗어나게 하며, 식으면서 사라집니다. 표본에서 잡음이 나오는 SGD와는 다릅니다.</translation>
    </message>
    <message>
        <source>Gradient descent that gives itself a small random push where the slope has vanished: no saddle holds it, not even from a start exactly on the line to it.</source>
        <translation>비탈이 사라진 곳에서 스스로를 무작위로 조금 미는 경사하강법입니다. 안장점으로 곧장 가는 선 위에서 출발해도 안장점에 붙잡히지 않습니다.</translation>
    </message>
    <message>
        <source>Gradient descent whose pace is the last step&apos;s secant of the curvature: far faster than a constant pace in a ravine, and not monotone.</source>
        <translation>지난 걸음에서 잰 곡률(할선)로 속도를 정하는 경사하강법입니다. 협곡에서 일정한 속도보다 훨씬 빠르지만 손실이 늘 줄지는 않습니다.</translation>
    </message>
    <message>
        <source>Gradient descent with line search</source>
        <translation>직선 탐색 경사하강법</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>기울기 잡음</translation>
    </message>
    <message>
        <source>Griewank</source>
        <translation>Griewank</translation>
    </message>
    <message>
        <source>Halving until the loss falls enough, or also until the slope has flattened.</source>
        <translation>손실이 충분히 줄 때까지, 또는 비탈도 완만해질 때까지 반으로 줄입니다.</translation>
    </message>
    <message>
        <source>Hand the velocity over instead of beginning afresh.</source>
        <translation>새로 시작하지 않고 속도를 넘겨줍니다.</translation>
    </message>
    <message>
        <source>Hill</source>
        <translation>언덕</translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>House prices</source>
        <translation>집값</translation>
    </message>
    <message>
        <source>House prices, unscaled</source>
        <translation>집값(스케일링 없음)</translation>
    </message>
    <message>
        <source>How far ahead the change is followed: by β₂, or by 1 − β₂ (Optax).</source>
        <translation>변화를 얼마나 앞서 따라가는지입니다. β₂만큼 또는 1 − β₂만큼(Optax)입니다.</translation>
    </message>
    <message>
        <source>How far apart the two losses are taken.</source>
        <translation>두 손실을 얼마나 떨어진 곳에서 구하는지입니다.</translation>
    </message>
    <message>
        <source>How fast peaks fade (exp_range only).</source>
        <translation>꼭대기가 얼마나 빨리 낮아지는지입니다(exp_range만).</translation>
    </message>
    <message>
        <source>How fast the momentum grows to β₁ (ψ).</source>
        <translation>모멘텀이 β₁까지 얼마나 빨리 커지는지입니다(ψ).</translation>
    </message>
    <message>
        <source>How fast the noise fades; 0 keeps it.</source>
        <translation>잡음이 얼마나 빨리 줄어드는지입니다. 0이면 그대로입니다.</translation>
    </message>
    <message>
        <source>How fast the pace decays.</source>
        <translation>속도가 얼마나 빨리 줄어드는지입니다.</translation>
    </message>
    <message>
        <source>How fast the two losses draw together.</source>
        <translation>두 손실을 구하는 곳이 얼마나 빨리 가까워지는지입니다.</translation>
    </message>
    <message>
        <source>How many pairs are remembered.</source>
        <translation>기억할 쌍의 개수입니다.</translation>
    </message>
    <message>
        <source>How many steps a push is given to show its effect.</source>
        <translation>밀어낸 효과가 나타나기를 기다리는 걸음 수입니다.</translation>
    </message>
    <message>
        <source>How much of its slope the ray may keep where the step ends (Wolfe&apos;s second condition); small is strict.</source>
        <translation>걸음이 끝나는 곳에서 그 방향의 기울기가 얼마나 남아도 되는지입니다(울프의 둘째 조건). 작을수록 엄격합니다.</translation>
    </message>
    <message>
        <source>How much of the decrease that the slope promises a step must bring (Armijo&apos;s condition).</source>
        <translation>기울기가 예측한 감소 가운데 걸음이 얼마나 이루어야 하는지입니다(아르미호 조건).</translation>
    </message>
    <message>
        <source>How much of the last direction is kept.</source>
        <translation>지난 방향을 얼마나 유지하는지입니다.</translation>
    </message>
    <message>
        <source>How positive the damped Hessian must be.</source>
        <translation>감쇠된 헤세 행렬이 얼마나 양수여야 하는지입니다.</translation>
    </message>
    <message>
        <source>How slowly old changes of it fade.</source>
        <translation>기울기의 옛 변화가 얼마나 천천히 잊히는지입니다.</translation>
    </message>
    <message>
        <source>How slowly old curvatures fade.</source>
        <translation>옛 곡률이 얼마나 천천히 잊히는지입니다.</translation>
    </message>
    <message>
        <source>How slowly old gradients fade (momentum).</source>
        <translation>옛 기울기가 얼마나 천천히 잊히는지입니다(모멘텀).</translation>
    </message>
    <message>
        <source>How slowly old gradients fade.</source>
        <translation>옛 기울기가 얼마나 천천히 잊히는지입니다.</translation>
    </message>
    <message>
        <source>How slowly old points fade (ema only).</source>
        <translation>옛 점이 얼마나 천천히 잊히는지입니다(ema만).</translation>
    </message>
    <message>
        <source>How slowly old squared gradients fade (braking).</source>
        <translation>옛 기울기 제곱이 얼마나 천천히 잊히는지입니다(제동).</translation>
    </message>
    <message>
        <source>How slowly old squared gradients fade.</source>
        <translation>옛 기울기 제곱이 얼마나 천천히 잊히는지입니다.</translation>
    </message>
    <message>
        <source>How slowly old squares fade (braking).</source>
        <translation>옛 제곱이 얼마나 천천히 잊히는지입니다(제동).</translation>
    </message>
    <message>
        <source>How slowly old squares fade.</source>
        <translation>옛 제곱이 얼마나 천천히 잊히는지입니다.</translation>
    </message>
    <message>
        <source>How slowly old squares fade; its root, how slowly the estimate of d.</source>
        <translation>옛 제곱이 얼마나 천천히 잊히는지입니다. 그 제곱근은 d의 추정에 쓰입니다.</translation>
    </message>
    <message>
        <source>How slowly old surprises fade.</source>
        <translation>옛 놀라움이 얼마나 천천히 잊히는지입니다.</translation>
    </message>
    <message>
        <source>How slowly the basis turns.</source>
        <translation>기저가 얼마나 천천히 도는지입니다.</translation>
    </message>
    <message>
        <source>How slowly the brake follows g².</source>
        <translation>제동이 g²을 얼마나 천천히 따라가는지입니다.</translation>
    </message>
    <message>
        <source>How strongly each new gradient pushes the ball.</source>
        <translation>새 기울기가 공을 얼마나 세게 미는지입니다.</translation>
    </message>
    <message>
        <source>How the learning rate changes with the iteration.</source>
        <translation>반복에 따라 학습률이 어떻게 바뀌는지입니다.</translation>
    </message>
    <message>
        <source>In proportion to the batch size, or to its square root.</source>
        <translation>배치 크기에 비례하거나, 그 제곱근에 비례합니다.</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>역제곱근</translation>
    </message>
    <message>
        <source>It does not move in this step.</source>
        <translation>이 걸음에서는 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>It does not move: there is no slope here, and nothing carries it on.</source>
        <translation>움직이지 않습니다. 여기에는 비탈이 없고 계속 나아가게 하는 것도 없습니다.</translation>
    </message>
    <message>
        <source>It is not clear how far the root goes; write √(…) with brackets.</source>
        <translation>제곱근이 어디까지인지 분명하지 않습니다. √(…)처럼 괄호를 쓰세요.</translation>
    </message>
    <message>
        <source>It is not clear what this power belongs to; use brackets, as in (x^2)^3.</source>
        <translation>이 거듭제곱이 무엇에 걸리는지 분명하지 않습니다. (x^2)^3처럼 괄호를 쓰세요.</translation>
    </message>
    <message>
        <source>It is not clear where the exponent ends; write ^({0}*{1}) or ^{2}*{3}.</source>
        <translation>지수가 어디서 끝나는지 분명하지 않습니다. ^({0}*{1}) 또는 ^{2}*{3}처럼 쓰세요.</translation>
    </message>
    <message>
        <source>It is not clear where the function&apos;s argument ends; put it in brackets, as in sin(x).</source>
        <translation>함수의 인수가 어디서 끝나는지 분명하지 않습니다. sin(x)처럼 괄호를 쓰세요.</translation>
    </message>
    <message>
        <source>It is not clear whether “{0}” divides too; write /({1}*{2}) or /{3}*{4}.</source>
        <translation>“{0}”(으)로도 나누는지 분명하지 않습니다. /({1}*{2}) 또는 /{3}*{4}처럼 쓰세요.</translation>
    </message>
    <message>
        <source>It stays where it is: none of the {count} points that it tried was better.</source>
        <translation>제자리에 머뭅니다. 시도한 {count}개의 점 가운데 더 나은 것이 없었습니다.</translation>
    </message>
    <message>
        <source>It tried {count} points before it chose this one.</source>
        <translation>점 {count}개를 시도한 뒤 이 점을 골랐습니다.</translation>
    </message>
    <message>
        <source>Iterations between two drops.</source>
        <translation>두 번의 감소 사이의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations of every fall.</source>
        <translation>내려가는 구간마다의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations of every rise.</source>
        <translation>올라가는 구간마다의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations of the first fall.</source>
        <translation>처음 내려가는 구간의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations of the whole cycle.</source>
        <translation>순환 전체의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations until 1 / √2 is left.</source>
        <translation>1 / √2이 남을 때까지의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations until 63 % of the full learning rate.</source>
        <translation>온전한 학습률의 63%에 이를 때까지의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations until half is left.</source>
        <translation>반이 남을 때까지의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations until the end.</source>
        <translation>끝날 때까지의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations until the full learning rate.</source>
        <translation>온전한 학습률에 이를 때까지의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Iterations until the learning rate is 0.</source>
        <translation>학습률이 0이 될 때까지의 반복 수입니다.</translation>
    </message>
    <message>
        <source>Jumps to the bottom of the local quadratic model. One step on a quadratic; attracted by saddles and maxima just as much.</source>
        <translation>국소 2차 모형의 바닥으로 뜁니다. 2차 함수에서는 한 걸음이면 됩니다. 안장점과 극대점에도 똑같이 끌립니다.</translation>
    </message>
    <message>
        <source>Keep a warm-up&apos;s small rates out of the estimate of d.</source>
        <translation>워밍업의 작은 학습률을 d의 추정에서 뺍니다.</translation>
    </message>
    <message>
        <source>Keeps a cliff from throwing a run out of its valley: by norm the direction stays, by value each axis is cut alone and the direction turns. Optimizers that ignore the gradient&apos;s length hardly notice.</source>
        <translation>절벽이 실행을 골짜기 밖으로 던지지 못하게 합니다. norm이면 방향이 그대로이고, value이면 축마다 따로 잘려 방향이 돌아갑니다. 기울기의 길이를 보지 않는 옵티마이저에는 거의 차이가 없습니다.</translation>
    </message>
    <message>
        <source>Keeps the division finite on flat ground.</source>
        <translation>평평한 곳에서 나눗셈이 유한하게 합니다.</translation>
    </message>
    <message>
        <source>Keeps the division finite where no gradient was seen.</source>
        <translation>기울기를 보지 못한 곳에서 나눗셈이 유한하게 합니다.</translation>
    </message>
    <message>
        <source>Keeps the division finite where nothing surprises.</source>
        <translation>뜻밖의 것이 없는 곳에서 나눗셈이 유한하게 합니다.</translation>
    </message>
    <message>
        <source>Keeps the root finite in directions never seen.</source>
        <translation>본 적 없는 방향에서 제곱근이 유한하게 합니다.</translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>Label 1 with chance σ(0.9 (x − mean − 0.5)), x around its mean.</source>
        <translation>x는 평균 둘레에 있고, 레이블은 확률 σ(0.9 (x − mean − 0.5))로 1입니다.</translation>
    </message>
    <message>
        <source>Labels 0 and 1 around two opposite centres.</source>
        <translation>마주 보는 두 중심 둘레의 레이블 0과 1입니다.</translation>
    </message>
    <message>
        <source>Langevin (noise that cools)</source>
        <translation>랑주뱅(식어 가는 잡음)</translation>
    </message>
    <message>
        <source>Learns the curvature from the gradients it meets and soon steps like Newton, without a Hessian. On a quadratic with exact line search it takes the path of conjugate gradients.</source>
        <translation>만나는 기울기에서 곡률을 배워, 헤세 행렬 없이도 곧 뉴턴 방법처럼 걷습니다. 2차 함수에서 정확한 직선 탐색을 쓰면 켤레기울기법과 같은 길로 갑니다.</translation>
    </message>
    <message>
        <source>Left the region of the surface at iteration {0}; a smaller step may help.</source>
        <translation>{0}번째 반복에서 곡면의 영역을 벗어났습니다. 걸음을 줄이면 나아질 수 있습니다.</translation>
    </message>
    <message>
        <source>Let the inner optimizer forget everything when the fast weights are set back.</source>
        <translation>빠른 가중치를 되돌릴 때 안쪽 옵티마이저가 모두 잊게 합니다.</translation>
    </message>
    <message>
        <source>Lets an axis&apos;s step grow while the sign stays.</source>
        <translation>부호가 그대로인 동안 그 축의 걸음을 키웁니다.</translation>
    </message>
    <message>
        <source>Lets another optimizer run ahead for k steps and then goes part of the way: less swinging, at the price of a smaller pace where the way was straight.</source>
        <translation>다른 옵티마이저를 k걸음 앞서 보낸 뒤 그 길의 일부만 갑니다. 덜 흔들리는 대신 곧은 길에서는 느려집니다.</translation>
    </message>
    <message>
        <source>Lets the learning rate fall as η / (1 + k δ) on top of everything.</source>
        <translation>다른 모든 것에 더해 학습률을 η / (1 + k δ)로 줄입니다.</translation>
    </message>
    <message>
        <source>Levy</source>
        <translation>Levy</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Linear network</source>
        <translation>선형 신경망</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>선형 회귀</translation>
    </message>
    <message>
        <source>Linear warm-up</source>
        <translation>선형 워밍업</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>로지스틱 회귀</translation>
    </message>
    <message>
        <source>Logistic regression with squared error</source>
        <translation>제곱 오차 로지스틱 회귀</translation>
    </message>
    <message>
        <source>Long near full pace, long near none: the usual end of a training, and hard to beat.</source>
        <translation>오랫동안 거의 온전한 속도였다가 오랫동안 거의 멈춥니다. 학습을 마무리하는 흔한 방법이고 이기기 어렵습니다.</translation>
    </message>
    <message>
        <source>Long valley</source>
        <translation>긴 골짜기</translation>
    </message>
    <message>
        <source>Look at the curvature before the step (paper) or after it (Optax).</source>
        <translation>곡률을 걸음 전에(논문) 또는 걸음 뒤에(Optax) 봅니다.</translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation>Lookahead</translation>
    </message>
    <message>
        <source>Looks ahead along the memory, as torch.optim.SGD(nesterov=True) does.</source>
        <translation>torch.optim.SGD(nesterov=True)처럼 기억을 따라 앞을 내다봅니다.</translation>
    </message>
    <message>
        <source>Loses the same share at every iteration; if it is too much, the run stops before it arrives.</source>
        <translation>반복마다 같은 비율로 줄어듭니다. 너무 많이 줄면 도착하기 전에 멈춥니다.</translation>
    </message>
    <message>
        <source>Losses after a drop that do not count.</source>
        <translation>감소 뒤에 세지 않는 손실의 수입니다.</translation>
    </message>
    <message>
        <source>Losses from 3 to a million on one small map: walls that allow only tiny steps around a floor with four minima.</source>
        <translation>작은 지도 하나에 손실이 3에서 백만까지 있습니다. 극소점 넷이 있는 바닥을 아주 작은 걸음만 허용하는 벽이 둘러쌉니다.</translation>
    </message>
    <message>
        <source>Made for matrices of weights, whose update it makes orthogonal. With two parameters nothing of that remains: it is normalised momentum, with steps of equal length that never settle unless η is decayed.</source>
        <translation>가중치 행렬을 위한 방법으로, 갱신을 직교 행렬로 만듭니다. 매개변수가 둘이면 그런 점은 사라지고 정규화된 모멘텀이 됩니다. 걸음의 길이가 같아서 η를 줄이지 않으면 멈추지 못합니다.</translation>
    </message>
    <message>
        <source>Many minima</source>
        <translation>극소점이 많은 곡면</translation>
    </message>
    <message>
        <source>Matyas</source>
        <translation>Matyas</translation>
    </message>
    <message>
        <source>McCormick</source>
        <translation>McCormick</translation>
    </message>
    <message>
        <source>Michalewicz</source>
        <translation>Michalewicz</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Momentum that looks where its speed will carry it before it turns: brakes earlier than the heavy ball and swings less in a ravine.</source>
        <translation>방향을 바꾸기 전에 속도가 데려갈 곳을 미리 보는 모멘텀입니다. 무거운 공보다 일찍 제동하고 협곡에서 덜 흔들립니다.</translation>
    </message>
    <message>
        <source>Momentum&apos;s memory of direction and RMSProp&apos;s braking per axis, both corrected for starting at zero. Hardly cares how the loss is scaled.</source>
        <translation>모멘텀처럼 방향을 기억하고 RMSProp처럼 축마다 제동하며, 둘 다 0에서 시작하는 편향을 바로잡습니다. 손실의 스케일에 거의 영향을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation>원숭이 안장</translation>
    </message>
    <message>
        <source>Multiplies every estimate of d.</source>
        <translation>d의 추정값에 곱하는 수입니다.</translation>
    </message>
    <message>
        <source>Multiplies the rate that the method finds; leave it at 1.</source>
        <translation>방법이 찾은 학습률에 곱하는 수입니다. 1로 두세요.</translation>
    </message>
    <message>
        <source>Multiplies the step that it finds by itself.</source>
        <translation>스스로 찾은 걸음에 곱하는 수입니다.</translation>
    </message>
    <message>
        <source>Muon</source>
        <translation>Muon</translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <source>Nelder–Mead</source>
        <translation>Nelder–Mead</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>네스테로프 모멘텀</translation>
    </message>
    <message>
        <source>Network of two weights</source>
        <translation>가중치가 둘인 신경망</translation>
    </message>
    <message>
        <source>Neuron with an input far from zero</source>
        <translation>입력이 0에서 먼 뉴런</translation>
    </message>
    <message>
        <source>Newton</source>
        <translation>뉴턴 방법</translation>
    </message>
    <message>
        <source>Newton with line search</source>
        <translation>직선 탐색 뉴턴</translation>
    </message>
    <message>
        <source>Newton&apos;s direction, made to lead downhill, and only as far along it as the loss falls. Slower than pure Newton where that is lucky, safe where it is not.</source>
        <translation>뉴턴의 방향을 내리막으로 바꾸고, 손실이 줄어드는 만큼만 갑니다. 순수한 뉴턴 방법의 운이 좋은 곳에서는 느리지만 그렇지 않은 곳에서 안전합니다.</translation>
    </message>
    <message>
        <source>Newton&apos;s step with the sizes of the curvatures: it runs from saddles and maxima instead of to them, and is Newton&apos;s method where the loss is convex.</source>
        <translation>곡률의 크기만 쓰는 뉴턴 걸음입니다. 안장점과 극대점으로 가지 않고 달아나며, 손실이 볼록한 곳에서는 뉴턴 방법과 같습니다.</translation>
    </message>
    <message>
        <source>Newton&apos;s step, damped until the loss falls: between gradient descent and Newton, never uphill, and away from saddles.</source>
        <translation>손실이 줄 때까지 감쇠시킨 뉴턴 걸음입니다. 경사하강법과 뉴턴 방법의 중간이고, 오르막으로 가지 않으며 안장점에서 멀어집니다.</translation>
    </message>
    <message>
        <source>No step is longer than this.</source>
        <translation>어떤 걸음도 이보다 길지 않습니다.</translation>
    </message>
    <message>
        <source>No step is shorter than this.</source>
        <translation>어떤 걸음도 이보다 짧지 않습니다.</translation>
    </message>
    <message>
        <source>Of two features that say the same only the sum is certain; L2 rounds the valley, L1 drops one weight.</source>
        <translation>같은 것을 말하는 두 특성에서는 합만 확실합니다. L2는 골짜기를 둥글게 하고 L1은 가중치 하나를 버립니다.</translation>
    </message>
    <message>
        <source>On the axes the curvature is infinite; what is added to it there counts as 0.</source>
        <translation>축 위에서는 곡률이 무한합니다. 그곳에서 더해지는 값은 0으로 칩니다.</translation>
    </message>
    <message>
        <source>On the gradient as ½λ‖θ‖² or λ‖θ‖₁, or beside it as a shrinking step.</source>
        <translation>기울기에 ½λ‖θ‖² 또는 λ‖θ‖₁로 더하거나, 기울기와 따로 줄이는 걸음으로 둡니다.</translation>
    </message>
    <message>
        <source>On the kinks the slope counts as 0; the curvature is 0 everywhere, so Newton&apos;s method has no step.</source>
        <translation>꺾인 곳에서는 기울기를 0으로 칩니다. 곡률이 어디서나 0이라 뉴턴 방법은 걸음을 내딛지 못합니다.</translation>
    </message>
    <message>
        <source>On {axis} inertia carries it on, although the slope there points the other way.</source>
        <translation>{axis}축에서는 내리막이 반대쪽이지만 관성으로 계속 나아갑니다.</translation>
    </message>
    <message>
        <source>On {axis} it turns round: the last step went the other way, across the valley.</source>
        <translation>{axis}축에서 방향을 되돌립니다. 바로 앞의 걸음은 골짜기를 건너 반대쪽으로 갔습니다.</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>원사이클</translation>
    </message>
    <message>
        <source>One for each parameter</source>
        <translation>매개변수마다 하나씩</translation>
    </message>
    <message>
        <source>One global and two local minima: a ball with enough momentum rolls through.</source>
        <translation>전역 최솟값 하나와 지역 최솟값 둘입니다. 모멘텀이 충분한 공은 굴러서 지나갑니다.</translation>
    </message>
    <message>
        <source>One of the two.</source>
        <translation>둘 가운데 하나입니다.</translation>
    </message>
    <message>
        <source>One optimizer for the way and another one for the end, say Adam and then gradient descent with a small learning rate, whose noise ball is smaller. Adam with a falling schedule often does as well.</source>
        <translation>가는 길과 마무리에 다른 옵티마이저를 씁니다. 예를 들어 Adam 다음에, 잡음 공이 더 작은 작은 학습률의 경사하강법을 씁니다. 학습률이 줄어드는 Adam도 그만큼 잘할 때가 많습니다.</translation>
    </message>
    <message>
        <source>One sample, two weights</source>
        <translation>표본 하나, 가중치 둘</translation>
    </message>
    <message>
        <source>Only a surface made of data takes a data set.</source>
        <translation>데이터로 만든 곡면만 데이터 집합을 받습니다.</translation>
    </message>
    <message>
        <source>Only a surface of two parameters given by a formula can be sculpted.</source>
        <translation>매개변수가 둘이고 수식으로 된 곡면만 빚을 수 있습니다.</translation>
    </message>
    <message>
        <source>Only formulas can be sculpted. Choose another base, such as Flat or a formula, first.</source>
        <translation>수식만 빚을 수 있습니다. 먼저 평면이나 수식 같은 다른 바탕을 고르세요.</translation>
    </message>
    <message>
        <source>Only surfaces over two parameters can be sculpted. Set the dimension to 2 first.</source>
        <translation>매개변수가 둘인 곡면만 빚을 수 있습니다. 먼저 차원을 2로 바꾸세요.</translation>
    </message>
    <message>
        <source>Only the sign of a momentum counts, so all axes go at the same pace. Half of Adam&apos;s memory; wants about a fifth of Adam&apos;s learning rate, and a schedule to come to rest.</source>
        <translation>모멘텀의 부호만 쓰므로 모든 축이 같은 속도로 갑니다. Adam의 절반만 기억합니다. 학습률은 Adam의 5분의 1쯤이 알맞고, 멈추려면 스케줄이 필요합니다.</translation>
    </message>
    <message>
        <source> (this key is {0})</source>
        <translation>(이 키는 {0})</translation>
    </message>
    <message>
        <source> Decimals are written with a point, as in 0.5.</source>
        <translation> 소수는 0.5처럼 점으로 씁니다.</translation>
    </message>
    <message>
        <source> The Hessian may be singular there.</source>
        <translation> 그곳에서 헤세 행렬이 특이행렬일 수 있습니다.</translation>
    </message>
    <message>
        <source> about the minimum {place}</source>
        <translation>극소점 {place} 둘레의 </translation>
    </message>
    <message>
        <source>, the lowest that is known</source>
        <translation>(알려진 가장 낮은 값)</translation>
    </message>
    <message>
        <source>, {above} above the lowest known</source>
        <translation>(알려진 최솟값보다 {above} 높음)</translation>
    </message>
    <message>
        <source>, {above} above the lowest that is known</source>
        <translation>(알려진 최솟값보다 {above} 높음)</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>열 1개</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>행 1개</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>값 1개</translation>
    </message>
    <message>
        <source>; the inverse is a{0}(…)</source>
        <translation>. 역함수는 a{0}(…)입니다</translation>
    </message>
    <message>
        <source>Crawls over a plateau {when}: the gradient is {gradient}, the loss changes by {fall}{above}.</source>
        <translation>고원을 기어갑니다({when}). 기울기 {gradient}, 손실의 변화 {fall}{above}.</translation>
    </message>
    <message>
        <source>Crosses a ridge into another basin at iteration {iteration}, that of the minimum {place}, which is {by} {how}.</source>
        <translation>능선을 넘어 극소점 {place}의 유역으로 들어갑니다({iteration}번째 반복). 이 극소점은 {by}만큼 {how}.</translation>
    </message>
    <message>
        <source>Crosses a ridge into another basin at iteration {iteration}, that of the minimum {place}.</source>
        <translation>능선을 넘어 극소점 {place}의 유역으로 들어갑니다({iteration}번째 반복).</translation>
    </message>
    <message>
        <source>Diverges: at iteration {iteration} it is {away} diagonals of the plot away, at a loss of {loss}.</source>
        <translation>발산합니다. {iteration}번째 반복에서 그림 대각선의 {away}배만큼 떨어져 있고 손실은 {loss}입니다.</translation>
    </message>
    <message>
        <source>Ends after iteration {iteration}: what would follow is not a finite number.</source>
        <translation>{iteration}번째 반복 뒤에 끝납니다. 다음 값이 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Goes round in a cycle of {period} iterations {when}, {amplitude} to either side{above}.</source>
        <translation>{period}번 반복을 주기로 맴돕니다({when}). 양쪽으로 {amplitude}{above}.</translation>
    </message>
    <message>
        <source>Jumps to and fro across a ravine {when}, {along}: {width} a step, {last} at the end.</source>
        <translation>협곡을 가로질러 왔다 갔다 합니다({when}). {along}으로 한 걸음에 {width}, 마지막에는 {last}씩 오갑니다.</translation>
    </message>
    <message>
        <source>Leaves the plot {when}, by up to {beyond}.</source>
        <translation>그림을 최대 {beyond}만큼 벗어납니다({when}).</translation>
    </message>
    <message>
        <source>Overshoots {what} {when}: its speed carries it {past} further, {rise} uphill.</source>
        <translation>{what}을(를) 지나칩니다({when}). 속도 때문에 {past}만큼 더 가고 {rise}만큼 올라갑니다.</translation>
    </message>
    <message>
        <source>Perturbed gradient descent</source>
        <translation>섭동 경사하강법</translation>
    </message>
    <message>
        <source>Plain descent stops at the first bump; a ball with momentum rolls over some of them.</source>
        <translation>경사하강법은 첫 번째 혹에서 멈추고, 모멘텀이 있는 공은 몇 개를 굴러 넘습니다.</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>고원</translation>
    </message>
    <message>
        <source>Points of a generation; 0 stands for 4 + ⌊3 ln n⌋.</source>
        <translation>한 세대의 점 개수입니다. 0은 4 + ⌊3 ln n⌋을 뜻합니다.</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>다항식</translation>
    </message>
    <message>
        <source>Price = 0.05·area + 1 + noise, areas evenly between two sizes.</source>
        <translation>가격 = 0.05·넓이 + 1 + 잡음, 넓이는 두 크기 사이에 고르게 있습니다.</translation>
    </message>
    <message>
        <source>Prodigy</source>
        <translation>Prodigy</translation>
    </message>
    <message>
        <source>Progress as a share of the lowest loss, or as a number.</source>
        <translation>나아짐을 가장 낮은 손실에 대한 비율로 재거나 수로 잽니다.</translation>
    </message>
    <message>
        <source>Pulled towards zero</source>
        <translation>0으로 당기기</translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero, apart from the gradient.</source>
        <translation>기울기와 따로 모든 매개변수를 0 쪽으로 당깁니다.</translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero.</source>
        <translation>모든 매개변수를 0 쪽으로 당깁니다.</translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero: λ θ is added to the gradient (L2, as in torch).</source>
        <translation>모든 매개변수를 0 쪽으로 당깁니다. 기울기에 λ θ를 더합니다(torch의 L2).</translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero; 0.1 in PyTorch.</source>
        <translation>모든 매개변수를 0 쪽으로 당깁니다. PyTorch에서는 0.1입니다.</translation>
    </message>
    <message>
        <source>Put every drawn sample back at once; without, the bag is emptied once an epoch.</source>
        <translation>뽑은 표본을 바로 되돌려 넣습니다. 끄면 에폭마다 주머니를 한 번씩 비웁니다.</translation>
    </message>
    <message>
        <source>PyTorch&apos;s iteration, or what it approximates.</source>
        <translation>PyTorch의 반복 계산이거나, 그것이 근사하는 정확한 값입니다.</translation>
    </message>
    <message>
        <source>QHAdam</source>
        <translation>QHAdam</translation>
    </message>
    <message>
        <source>Quartic bowl</source>
        <translation>4차 그릇</translation>
    </message>
    <message>
        <source>Quasi-hyperbolic momentum</source>
        <translation>준쌍곡 모멘텀(QHM)</translation>
    </message>
    <message>
        <source>RAdam</source>
        <translation>RAdam</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>RMSProp whose step length comes from its own recent steps, so that no learning rate need be chosen. Starts very slowly, because it has taken no steps yet; ε decides how slowly.</source>
        <translation>걸음의 길이를 자신의 최근 걸음에서 얻는 RMSProp입니다. 그래서 학습률을 고를 필요가 없습니다. 아직 걸은 적이 없어서 아주 느리게 시작하며, 얼마나 느린지는 ε에 달려 있습니다.</translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation>Rastrigin</translation>
    </message>
    <message>
        <source>ReLU neuron</source>
        <translation>ReLU 뉴런</translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation>정체되면 감소</translation>
    </message>
    <message>
        <source>Regular waves on an almost flat bowl: from close by the minima cannot be told apart.</source>
        <translation>거의 평평한 그릇 위의 고른 물결입니다. 가까이에서는 극소점들을 구별할 수 없습니다.</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>능선</translation>
    </message>
    <message>
        <source>Rings of minima around the true one: the way inwards is barred by a wall at every turn.</source>
        <translation>진짜 극소점 둘레로 극소점의 고리가 있습니다. 안으로 가는 길마다 벽이 가로막습니다.</translation>
    </message>
    <message>
        <source>Ripple</source>
        <translation>물결</translation>
    </message>
    <message>
        <source>Rise and fall along half cosines or straight lines.</source>
        <translation>반쪽 코사인이나 직선을 따라 오르내립니다.</translation>
    </message>
    <message>
        <source>Rises along u to a height h and falls along v as far: h·(u² − v²)·exp(1 − u² − v²).</source>
        <translation>u를 따라 높이 h까지 오르고 v를 따라 그만큼 내려갑니다: h·(u² − v²)·exp(1 − u² − v²).</translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation>Rosenbrock</translation>
    </message>
    <message>
        <source>Rotated valley</source>
        <translation>돌아간 골짜기</translation>
    </message>
    <message>
        <source>Round bowl</source>
        <translation>둥근 그릇</translation>
    </message>
    <message>
        <source>Rounds of the iteration.</source>
        <translation>반복 계산의 횟수입니다.</translation>
    </message>
    <message>
        <source>Row {0} has no value in the column “{1}”.</source>
        <translation>{0}행의 “{1}” 열에 값이 없습니다.</translation>
    </message>
    <message>
        <source>Row {0} has {1}, and row {2} has {3}.</source>
        <translation>{0}행에는 {1}, {2}행에는 {3}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>Row {0} has “{1}” in the column “{2}”, which is no number.</source>
        <translation>{0}행의 “{2}” 열에 있는 “{1}”은(는) 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Row {0} is not CSV: {1}.</source>
        <translation>{0}행은 CSV가 아닙니다: {1}.</translation>
    </message>
    <message>
        <source>Row {0}, column {1}</source>
        <translation>{0}행 {1}열</translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation>Rprop</translation>
    </message>
    <message>
        <source>Runs SGD at a constant rate and reports the running average of its path, which settles as if the rate had been decayed. The arrow at a point is not the gradient there, because gradients are taken ahead of it, at y.</source>
        <translation>일정한 학습률의 SGD를 돌리고 그 경로의 누적 평균을 보여 줍니다. 평균은 학습률을 줄인 것처럼 가라앉습니다. 기울기를 앞선 y에서 구하므로 점에 그린 화살표는 그 점의 기울기가 아닙니다.</translation>
    </message>
    <message>
        <source>SOAP</source>
        <translation>SOAP</translation>
    </message>
    <message>
        <source>SPSA</source>
        <translation>SPSA</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>안장</translation>
    </message>
    <message>
        <source>Saddle-free Newton</source>
        <translation>안장점 회피 뉴턴</translation>
    </message>
    <message>
        <source>Saddles and plateaus</source>
        <translation>안장점과 고원</translation>
    </message>
    <message>
        <source>Sample {0} has a number that is not finite or beyond ±1e50.</source>
        <translation>표본 {0}에 유한하지 않거나 ±1e50을 넘는 수가 있습니다.</translation>
    </message>
    <message>
        <source>Sample {0} has {1} numbers; {2} are {3}.</source>
        <translation>표본 {0}에는 수가 {1}개 있는데, {2} 때문에 {3}개여야 합니다.</translation>
    </message>
    <message>
        <source>Samples a step sees; all of them give the exact gradient.</source>
        <translation>한 걸음에 보는 표본 수입니다. 모두 보면 정확한 기울기를 얻습니다.</translation>
    </message>
    <message>
        <source>Samples are either generated or given one by one, and not both.</source>
        <translation>표본은 생성하거나 하나씩 주거나 둘 중 하나여야 합니다.</translation>
    </message>
    <message>
        <source>Saves runs whose learning rate is fit for the valley but not for the slope they start on.</source>
        <translation>학습률이 골짜기에는 맞지만 시작하는 비탈에는 맞지 않는 실행을 구해 줍니다.</translation>
    </message>
    <message>
        <source>Scaled with the batch</source>
        <translation>배치에 맞춰 조절</translation>
    </message>
    <message>
        <source>Schedule-free AdamW</source>
        <translation>스케줄 없는 AdamW</translation>
    </message>
    <message>
        <source>Schedule-free SGD</source>
        <translation>스케줄 없는 SGD</translation>
    </message>
    <message>
        <source>Schwefel</source>
        <translation>Schwefel</translation>
    </message>
    <message>
        <source>Shampoo (full-matrix AdaGrad)</source>
        <translation>Shampoo(전체 행렬 AdaGrad)</translation>
    </message>
    <message>
        <source>Sharp and flat well</source>
        <translation>좁은 우물과 넓은 우물</translation>
    </message>
    <message>
        <source>Shifted wells</source>
        <translation>어긋난 우물</translation>
    </message>
    <message>
        <source>Shortening until the loss falls enough, or the quadratic&apos;s best.</source>
        <translation>손실이 충분히 줄 때까지 줄이거나, 2차 함수의 최적 길이를 씁니다.</translation>
    </message>
    <message>
        <source>Shows why two optimizers never share a step: each is stable alone, but their steps add up and may pass 2/λ together. Let them take turns (switch) or share out the parameters instead.</source>
        <translation>두 옵티마이저가 한 걸음을 나누지 않는 까닭을 보여 줍니다. 따로는 안정하지만 걸음이 더해져 함께 2/λ를 넘을 수 있습니다. 번갈아 쓰거나(switch) 매개변수를 나누어 맡기세요.</translation>
    </message>
    <message>
        <source>Shrinks an axis&apos;s step when its gradient has changed sign.</source>
        <translation>기울기의 부호가 바뀌면 그 축의 걸음을 줄입니다.</translation>
    </message>
    <message>
        <source>Shrinks the parameters beside the step, as AdamW does.</source>
        <translation>AdamW처럼 걸음과 따로 매개변수를 줄입니다.</translation>
    </message>
    <message>
        <source>Sign descent</source>
        <translation>부호 하강법</translation>
    </message>
    <message>
        <source>Sine neuron</source>
        <translation>사인 뉴런</translation>
    </message>
    <message>
        <source>Six minima in three pairs, two of them global: where a run ends depends on small things.</source>
        <translation>극소점 여섯이 세 쌍을 이루고 그중 둘이 전역 최솟값입니다. 어디서 끝날지는 작은 차이에 달려 있습니다.</translation>
    </message>
    <message>
        <source>Six wells</source>
        <translation>여섯 우물</translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation>여섯 혹 낙타</translation>
    </message>
    <message>
        <source>So many losses without progress are borne.</source>
        <translation>나아지지 않은 손실을 이만큼까지 참습니다.</translation>
    </message>
    <message>
        <source>So many steps without progress are a stall.</source>
        <translation>이만큼의 걸음 동안 나아지지 않으면 정체입니다.</translation>
    </message>
    <message>
        <source>Soft absolute value</source>
        <translation>부드러운 절댓값</translation>
    </message>
    <message>
        <source>Sophia</source>
        <translation>Sophia</translation>
    </message>
    <message>
        <source>Steep in y and gentle in x (condition number 20): plain descent zigzags, momentum smooths.</source>
        <translation>y쪽은 가파르고 x쪽은 완만합니다(조건수 20). 경사하강법은 지그재그로 가고 모멘텀은 부드럽게 갑니다.</translation>
    </message>
    <message>
        <source>Steepest descent that never rises and needs no tuned pace; it still zigzags in a ravine. With a long first length it may jump into another well.</source>
        <translation>오르지 않고 속도를 조정할 필요도 없는 최급강하법입니다. 협곡에서는 여전히 지그재그로 갑니다. 처음 길이가 길면 다른 우물로 뛸 수 있습니다.</translation>
    </message>
    <message>
        <source>Steepest descent with a memory of one direction that keeps what earlier steps have gained: n steps for a quadratic of n parameters, with no matrix.</source>
        <translation>방향 하나를 기억하여 앞선 걸음이 얻은 것을 지키는 최급강하법입니다. 매개변수가 n개인 2차 함수에는 행렬 없이 n걸음이면 됩니다.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단차</translation>
    </message>
    <message>
        <source>Step decay</source>
        <translation>계단식 감소</translation>
    </message>
    <message>
        <source>Step decay at chosen iterations, as in the recipes of image networks (at a half and at three quarters).</source>
        <translation>이미지 신경망의 학습법처럼 정해진 반복(절반과 4분의 3)에서 계단식으로 줄입니다.</translation>
    </message>
    <message>
        <source>Steps between two points that count (swa only).</source>
        <translation>세는 두 점 사이의 걸음 수입니다(swa만).</translation>
    </message>
    <message>
        <source>Steps straight down the slope. Zigzags across a ravine and stops in the nearest minimum. With the gradient of a sample in place of the full one it is SGD.</source>
        <translation>비탈을 따라 곧장 내려갑니다. 협곡에서는 지그재그로 가고 가장 가까운 극소점에서 멈춥니다. 전체 대신 표본의 기울기를 쓰면 SGD입니다.</translation>
    </message>
    <message>
        <source>Steps that alternated have cancelled: this one is only {ratio} times the gradient&apos;s own.</source>
        <translation>방향이 번갈아 바뀌던 걸음이 서로 지워졌습니다. 이 걸음은 기울기만으로 갈 걸음의 {ratio}배뿐입니다.</translation>
    </message>
    <message>
        <source>Steps that kept their direction have added up: this one is {ratio} times the gradient&apos;s own.</source>
        <translation>같은 방향의 걸음이 쌓였습니다. 이 걸음은 기울기만으로 갈 걸음의 {ratio}배입니다.</translation>
    </message>
    <message>
        <source>Steps until the slow weights follow.</source>
        <translation>느린 가중치가 따라갈 때까지의 걸음 수입니다.</translation>
    </message>
    <message>
        <source>Styblinski–Tang</source>
        <translation>Styblinski–Tang</translation>
    </message>
    <message>
        <source>Switch between two</source>
        <translation>두 옵티마이저 전환</translation>
    </message>
    <message>
        <source>The 1e-30 keeps the derivatives finite at the centre; the loss is the same to all its digits.</source>
        <translation>1e-30은 가운데에서 도함수를 유한하게 합니다. 손실은 모든 자릿수까지 같습니다.</translation>
    </message>
    <message>
        <source>The Hessian is indefinite here ({0}): the step aims at a saddle.</source>
        <translation>여기서 헤세 행렬은 부정부호입니다({0}). 걸음이 안장점을 향합니다.</translation>
    </message>
    <message>
        <source>The Hessian is negative definite here ({0}): the step aims at a maximum.</source>
        <translation>여기서 헤세 행렬은 음의 정부호입니다({0}). 걸음이 극대점을 향합니다.</translation>
    </message>
    <message>
        <source>The Hessian is not finite here.</source>
        <translation>여기서 헤세 행렬은 유한하지 않습니다.</translation>
    </message>
    <message>
        <source>The Hessian is singular here: Newton&apos;s step does not exist or is huge.</source>
        <translation>여기서 헤세 행렬은 특이행렬입니다. 뉴턴 걸음이 없거나 아주 큽니다.</translation>
    </message>
    <message>
        <source>The Hessian may be singular there.</source>
        <translation>그곳에서 헤세 행렬이 특이행렬일 수 있습니다.</translation>
    </message>
    <message>
        <source>The batch size that the learning rate was found for.</source>
        <translation>학습률을 찾을 때의 배치 크기입니다.</translation>
    </message>
    <message>
        <source>The best minimum sits far out in a corner, away from the next best: good regions mislead.</source>
        <translation>가장 좋은 극소점이 다음으로 좋은 것과 떨어진 먼 구석에 있습니다. 좋은 지역이 길을 잘못 이끕니다.</translation>
    </message>
    <message>
        <source>The book&apos;s valley</source>
        <translation>책의 골짜기</translation>
    </message>
    <message>
        <source>The bounds {0}, {1}, {2}, {3} are not usable; they are x0 &lt; x1 and y0 &lt; y1, all within ±1e100.</source>
        <translation>범위 {0}, {1}, {2}, {3}은(는) 쓸 수 없습니다. ±1e100 안에서 x0 &lt; x1, y0 &lt; y1이어야 합니다.</translation>
    </message>
    <message>
        <source>The brake v before the first step.</source>
        <translation>첫 걸음 전의 제동 v입니다.</translation>
    </message>
    <message>
        <source>The character {0} has no meaning here: {1}.</source>
        <translation>문자 {0}은(는) 여기에 쓸 수 없습니다: {1}.</translation>
    </message>
    <message>
        <source>The classical rule: it can still go any distance, and noise dies out in the end, though slowly.</source>
        <translation>고전적인 규칙입니다. 얼마든지 멀리 갈 수 있고, 잡음도 느리지만 결국 사라집니다.</translation>
    </message>
    <message>
        <source>The column {0} is the same in every sample, so it cannot be scaled; choose none.</source>
        <translation>열 {0}은(는) 모든 표본에서 같아서 스케일링할 수 없습니다. none을 고르세요.</translation>
    </message>
    <message>
        <source>The column “{0}” has the same value in every row.</source>
        <translation>열 “{0}”의 값이 모든 행에서 같습니다.</translation>
    </message>
    <message>
        <source>The coordinates here are {0}; write {1}({2}) =.</source>
        <translation>여기의 좌표는 {0}입니다. {1}({2}) =처럼 쓰세요.</translation>
    </message>
    <message>
        <source>The damping at the first step.</source>
        <translation>첫 걸음의 감쇠입니다.</translation>
    </message>
    <message>
        <source>The data should be a table of named values.</source>
        <translation>데이터는 이름 붙은 값의 표여야 합니다.</translation>
    </message>
    <message>
        <source>The end is so many times below the start.</source>
        <translation>끝은 시작의 이 수분의 1입니다.</translation>
    </message>
    <message>
        <source>The exact length of every step along each axis.</source>
        <translation>축마다 모든 걸음의 정확한 길이입니다.</translation>
    </message>
    <message>
        <source>The factor at the start.</source>
        <translation>시작할 때의 배율입니다.</translation>
    </message>
    <message>
        <source>The factor by which a length that is too long is shortened.</source>
        <translation>너무 긴 길이를 줄이는 배율입니다.</translation>
    </message>
    <message>
        <source>The factor from the end on.</source>
        <translation>끝난 뒤의 배율입니다.</translation>
    </message>
    <message>
        <source>The factor of each drop.</source>
        <translation>감소마다 곱하는 배율입니다.</translation>
    </message>
    <message>
        <source>The factor of every iteration.</source>
        <translation>반복마다 곱하는 배율입니다.</translation>
    </message>
    <message>
        <source>The file has a header and no rows of numbers below it.</source>
        <translation>파일에 머리글만 있고 그 아래에 수의 행이 없습니다.</translation>
    </message>
    <message>
        <source>The file has a header and no samples.</source>
        <translation>파일에 머리글만 있고 표본이 없습니다.</translation>
    </message>
    <message>
        <source>The file has a single sample.</source>
        <translation>파일에 표본이 하나뿐입니다.</translation>
    </message>
    <message>
        <source>The file has {0} and {1} of heights; a height map needs at least 2 of each.</source>
        <translation>파일의 높이는 {0}, {1}입니다. 높이 지도에는 행과 열이 둘 이상씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>The file has {0} columns; at most {1} can be used.</source>
        <translation>파일의 열이 {0}개입니다. 최대 {1}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The file has {0} samples; at most {1} can be used.</source>
        <translation>파일의 표본이 {0}개입니다. 최대 {1}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>파일이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The file is empty: a height map needs rows of numbers.</source>
        <translation>파일이 비어 있습니다. 높이 지도에는 수의 행이 있어야 합니다.</translation>
    </message>
    <message>
        <source>The file is no table: {0}.</source>
        <translation>파일이 표가 아닙니다: {0}.</translation>
    </message>
    <message>
        <source>The file {0} is larger than {1} MB.</source>
        <translation>{0} 파일이 {1} MB보다 큽니다.</translation>
    </message>
    <message>
        <source>The first d: anything far below the distance to go.</source>
        <translation>처음의 d입니다. 가야 할 거리보다 훨씬 작으면 됩니다.</translation>
    </message>
    <message>
        <source>The first factor (linear and constant only).</source>
        <translation>처음의 배율입니다(linear와 constant만).</translation>
    </message>
    <message>
        <source>The first length that is tried along a direction.</source>
        <translation>한 방향으로 처음 시도하는 길이입니다.</translation>
    </message>
    <message>
        <source>The first length that is tried at the first step.</source>
        <translation>첫 걸음에서 처음 시도하는 길이입니다.</translation>
    </message>
    <message>
        <source>The first length that is tried; 1 is Newton&apos;s step.</source>
        <translation>처음 시도하는 길이입니다. 1이면 뉴턴 걸음입니다.</translation>
    </message>
    <message>
        <source>The first length that is tried; below 2/λ the step stays in its well.</source>
        <translation>처음 시도하는 길이입니다. 2/λ보다 작으면 걸음이 우물을 벗어나지 않습니다.</translation>
    </message>
    <message>
        <source>The first step along each axis; a schedule is not heard.</source>
        <translation>축마다의 첫 걸음입니다. 스케줄은 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>The formula and its derivatives need more than {0} operations; shorten it.</source>
        <translation>수식과 그 도함수에 연산이 {0}개보다 많이 필요합니다. 줄이세요.</translation>
    </message>
    <message>
        <source>The formula has more than {0} bars; write abs(…).</source>
        <translation>수식에 막대가 {0}개보다 많습니다. abs(…)로 쓰세요.</translation>
    </message>
    <message>
        <source>The formula has {0} characters; at most {1} are allowed.</source>
        <translation>수식이 {0}자입니다. 최대 {1}자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The formula is empty; type one such as {0}.</source>
        <translation>수식이 비어 있습니다. 예를 들어 {0}처럼 입력하세요.</translation>
    </message>
    <message>
        <source>The formula is nested more than {0} levels deep; make it flatter.</source>
        <translation>수식의 괄호가 {0}단계보다 깊습니다. 더 얕게 쓰세요.</translation>
    </message>
    <message>
        <source>The formula is not finished: after “{0}” a number, a name or a bracket is missing.</source>
        <translation>수식이 끝나지 않았습니다. “{0}” 뒤에 수나 이름, 괄호가 빠졌습니다.</translation>
    </message>
    <message>
        <source>The gain a: the pace before it decays.</source>
        <translation>이득 a: 줄어들기 전의 속도입니다.</translation>
    </message>
    <message>
        <source>The gradient is the same everywhere: each method&apos;s step length can be read off.</source>
        <translation>기울기가 어디서나 같습니다. 방법마다 걸음의 길이를 그대로 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The gradient&apos;s length below which there is a push.</source>
        <translation>기울기의 크기가 이보다 작으면 밀어냅니다.</translation>
    </message>
    <message>
        <source>The grid has {0} × {1} heights; at most {2} a side can be read.</source>
        <translation>격자의 높이가 {0} × {1}개입니다. 한 변에 최대 {2}개까지 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The header has {0} values of x for {1} columns of heights.</source>
        <translation>머리글의 x 값은 {0}개인데 높이의 열은 {1}개입니다.</translation>
    </message>
    <message>
        <source>The height map is flat: all its heights are the same.</source>
        <translation>높이 지도가 평평합니다. 모든 높이가 같습니다.</translation>
    </message>
    <message>
        <source>The height map should hold {0} × {1} numbers, and does not.</source>
        <translation>높이 지도에는 수가 {0} × {1}개 있어야 하는데 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>The height of a {0} cannot be below 0; its kind says whether it rises.</source>
        <translation>{0}의 높이는 0보다 작을 수 없습니다. 오르내림은 종류가 정합니다.</translation>
    </message>
    <message>
        <source>The heights of a map must all be finite numbers within ±1e100.</source>
        <translation>지도의 높이는 모두 ±1e100 안의 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>The heights of a map must all be finite numbers.</source>
        <translation>지도의 높이는 모두 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>The iteration at which the second takes over.</source>
        <translation>둘째 옵티마이저가 이어받는 반복입니다.</translation>
    </message>
    <message>
        <source>The iteration of the first drop.</source>
        <translation>첫 번째로 줄어드는 반복입니다.</translation>
    </message>
    <message>
        <source>The iteration of the first point that counts.</source>
        <translation>세기 시작하는 점의 반복입니다.</translation>
    </message>
    <message>
        <source>The iteration of the second drop.</source>
        <translation>두 번째로 줄어드는 반복입니다.</translation>
    </message>
    <message>
        <source>The iteration of the third drop.</source>
        <translation>세 번째로 줄어드는 반복입니다.</translation>
    </message>
    <message>
        <source>The largest radius.</source>
        <translation>가장 큰 반지름입니다.</translation>
    </message>
    <message>
        <source>The largest v corrected (PyTorch), the largest of corrected ones, or neither.</source>
        <translation>가장 큰 v를 보정하거나(PyTorch), 보정한 v 가운데 가장 큰 것을 쓰거나, 보정하지 않습니다.</translation>
    </message>
    <message>
        <source>The learning rate stays as it is; with noisy gradients a run then dances around the minimum for ever.</source>
        <translation>학습률이 그대로입니다. 기울기에 잡음이 있으면 실행이 극소점 둘레를 끝없이 맴돕니다.</translation>
    </message>
    <message>
        <source>The length of every step along each axis.</source>
        <translation>축마다 모든 걸음의 길이입니다.</translation>
    </message>
    <message>
        <source>The length of every step.</source>
        <translation>모든 걸음의 길이입니다.</translation>
    </message>
    <message>
        <source>The length of the first step, and wherever the curvature is not positive.</source>
        <translation>첫 걸음의 길이이고, 곡률이 양수가 아닌 곳에서도 쓰입니다.</translation>
    </message>
    <message>
        <source>The length of the very first step along each axis.</source>
        <translation>축마다 맨 처음 걸음의 길이입니다.</translation>
    </message>
    <message>
        <source>The length of the very first step.</source>
        <translation>맨 처음 걸음의 길이입니다.</translation>
    </message>
    <message>
        <source>The longest gradient, or largest entry, that passes.</source>
        <translation>그대로 통과하는 가장 긴 기울기, 또는 가장 큰 성분입니다.</translation>
    </message>
    <message>
        <source>The longest push.</source>
        <translation>가장 세게 미는 길이입니다.</translation>
    </message>
    <message>
        <source>The longest step along each axis.</source>
        <translation>축마다 가장 긴 걸음입니다.</translation>
    </message>
    <message>
        <source>The longest step: the model is trusted no further.</source>
        <translation>가장 긴 걸음입니다. 모형을 이보다 멀리 믿지 않습니다.</translation>
    </message>
    <message>
        <source>The loss falls from {before} to {after}; the slope alone promised {promised}.</source>
        <translation>손실이 {before}에서 {after}(으)로 줄어듭니다. 기울기만으로 예측한 값은 {promised}입니다.</translation>
    </message>
    <message>
        <source>The loss or its gradient at the start</source>
        <translation>시작점의 손실이나 기울기</translation>
    </message>
    <message>
        <source>The loss or its gradient where it branches off is not a finite number.</source>
        <translation>갈라지는 곳의 손실이나 기울기가 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>The loss rises from {before} to {after}.</source>
        <translation>손실이 {before}에서 {after}(으)로 늘어납니다.</translation>
    </message>
    <message>
        <source>The loss rises from {before} to {after}: the step is longer than the slope holds.</source>
        <translation>손실이 {before}에서 {after}(으)로 늘어납니다. 기울기의 예측이 맞는 거리보다 걸음이 깁니다.</translation>
    </message>
    <message>
        <source>The loss “{0}” is not offered by the {1}; it takes {2}.</source>
        <translation>{1}에는 손실 “{0}”이(가) 없습니다. 쓸 수 있는 것: {2}.</translation>
    </message>
    <message>
        <source>The lowest height must be below the highest.</source>
        <translation>가장 낮은 높이는 가장 높은 높이보다 낮아야 합니다.</translation>
    </message>
    <message>
        <source>The mean of all, of every so many, or one that fades.</source>
        <translation>모든 점의 평균, 몇 점마다의 평균, 또는 옛것이 옅어지는 평균입니다.</translation>
    </message>
    <message>
        <source>The memory&apos;s share in the direction.</source>
        <translation>방향에서 기억이 차지하는 몫입니다.</translation>
    </message>
    <message>
        <source>The noise is a number from 0 to 1e6, not {0}.</source>
        <translation>잡음은 0에서 1e6 사이의 수입니다. {0}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The number of samples n is a whole number from 1 to {0}, not {1}.</source>
        <translation>표본 수 n은 1에서 {0} 사이의 정수입니다. {1}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The optimizer of all other parameters: with two of them, of y.</source>
        <translation>나머지 매개변수를 맡는 옵티마이저입니다. 둘이면 y를 맡습니다.</translation>
    </message>
    <message>
        <source>The optimizer of the fast weights.</source>
        <translation>빠른 가중치를 맡는 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>The optimizer of the first parameter.</source>
        <translation>첫 번째 매개변수를 맡는 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>The optimizer that begins.</source>
        <translation>시작하는 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>The optimizer that ends.</source>
        <translation>마무리하는 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>The optimizer that is pulled.</source>
        <translation>당겨지는 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>The optimizer that sees the clipped gradients.</source>
        <translation>잘라 낸 기울기를 보는 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>The optimizer that sees the noisy gradients.</source>
        <translation>잡음 섞인 기울기를 보는 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>The optimizer whose points are averaged.</source>
        <translation>점을 평균할 옵티마이저입니다.</translation>
    </message>
    <message>
        <source>The option {0} is a number within ±1e6, not {1}.</source>
        <translation>옵션 {0}은(는) ±1e6 안의 수입니다. {1}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The other one.</source>
        <translation>다른 하나입니다.</translation>
    </message>
    <message>
        <source>The parameter “{0}” must be a finite number, not {1}.</source>
        <translation>매개변수 “{0}”은(는) 유한한 수여야 합니다. {1}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The radius at the first step.</source>
        <translation>첫 걸음의 반지름입니다.</translation>
    </message>
    <message>
        <source>The roughness is a number from 0 to 1, not {0}.</source>
        <translation>거칠기는 0에서 1 사이의 수입니다. {0}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The same neuron and samples under the squared error: flat tails and a poor local minimum.</source>
        <translation>같은 뉴런과 표본에 제곱 오차를 씁니다. 평평한 꼬리와 나쁜 지역 최솟값이 생깁니다.</translation>
    </message>
    <message>
        <source>The same, but under the root.</source>
        <translation>같지만 제곱근 안에 더합니다.</translation>
    </message>
    <message>
        <source>The samples from “{0}” have no option “{1}”; {2}.</source>
        <translation>“{0}” 표본에는 옵션 “{1}”이(가) 없습니다. {2}.</translation>
    </message>
    <message>
        <source>The schedule that follows.</source>
        <translation>뒤따르는 스케줄입니다.</translation>
    </message>
    <message>
        <source>The schedule that is scaled.</source>
        <translation>크기를 조절할 스케줄입니다.</translation>
    </message>
    <message>
        <source>The schedule that it slows down at first.</source>
        <translation>처음에 늦출 스케줄입니다.</translation>
    </message>
    <message>
        <source>The second feature all but repeats the first; y = 2·x1 + noise.</source>
        <translation>둘째 특성이 첫째를 거의 되풀이합니다. y = 2·x1 + 잡음.</translation>
    </message>
    <message>
        <source>The seed of a bag is a whole number from 0 up, not {0}.</source>
        <translation>주머니의 시드는 0 이상의 정수입니다. {0}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The seed of the data is a whole number from 0 up, not {0}.</source>
        <translation>데이터의 시드는 0 이상의 정수입니다. {0}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The session cannot be read: version should be a whole number from 1.</source>
        <translation>세션을 읽을 수 없습니다. version은 1 이상의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>The session cannot be read: {0}</source>
        <translation>세션을 읽을 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>The share of Newton&apos;s full step that is taken.</source>
        <translation>온전한 뉴턴 걸음 가운데 내딛는 비율입니다.</translation>
    </message>
    <message>
        <source>The share of every parameter that is lost at each step is η times this.</source>
        <translation>걸음마다 모든 매개변수가 이 수의 η배 비율만큼 줄어듭니다.</translation>
    </message>
    <message>
        <source>The share of outliers is a number from 0 to 0.5, not {0}.</source>
        <translation>이상치의 비율은 0에서 0.5 사이의 수입니다. {0}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The share of the average in the brake; the rest is the gradient&apos;s own square.</source>
        <translation>제동에서 평균이 차지하는 몫입니다. 나머지는 지금 기울기의 제곱입니다.</translation>
    </message>
    <message>
        <source>The share of the average in the direction; the rest is the gradient itself.</source>
        <translation>방향에서 평균이 차지하는 몫입니다. 나머지는 지금 기울기입니다.</translation>
    </message>
    <message>
        <source>The share of the average in the step; the rest is the gradient itself.</source>
        <translation>걸음에서 평균이 차지하는 몫입니다. 나머지는 지금 기울기입니다.</translation>
    </message>
    <message>
        <source>The share of the average that is kept at each step.</source>
        <translation>걸음마다 평균에서 남기는 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the cycle that rises.</source>
        <translation>순환에서 올라가는 부분의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the damped step that is taken.</source>
        <translation>감쇠된 걸음 가운데 내딛는 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the full step that is taken.</source>
        <translation>온전한 걸음 가운데 내딛는 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the learning rate at the lowest points.</source>
        <translation>가장 낮은 곳에서의 학습률 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the learning rate below which it never drops.</source>
        <translation>학습률은 이 비율 아래로 내려가지 않습니다.</translation>
    </message>
    <message>
        <source>The share of the learning rate that is left at the end of a fall.</source>
        <translation>내려가는 구간이 끝날 때 남는 학습률의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the learning rate that is left at the end.</source>
        <translation>끝에 남는 학습률의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the promise that a step must keep to be taken.</source>
        <translation>걸음을 받아들이려면 예측한 감소 가운데 이 비율은 이루어야 합니다.</translation>
    </message>
    <message>
        <source>The share of the velocity that is kept at each step.</source>
        <translation>걸음마다 속도에서 남기는 비율입니다.</translation>
    </message>
    <message>
        <source>The share of the way that the slow weights go.</source>
        <translation>느린 가중치가 가는 길의 비율입니다.</translation>
    </message>
    <message>
        <source>The size of the first simplex; no schedule changes it.</source>
        <translation>첫 심플렉스의 크기입니다. 스케줄로 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>The size of the first steps: they are √(ε / (1 − ρ)) long.</source>
        <translation>첫 걸음들의 크기입니다. 길이가 √(ε / (1 − ρ))입니다.</translation>
    </message>
    <message>
        <source>The slope does not shrink towards the bottom: a fixed step jumps across the kink for ever, and only a falling learning rate brings it to rest.</source>
        <translation>바닥으로 가도 기울기가 작아지지 않습니다. 고정된 걸음은 꺾인 곳을 끝없이 넘나들고, 학습률이 줄어야만 멈춥니다.</translation>
    </message>
    <message>
        <source>The smaller, the more steps are clipped.</source>
        <translation>작을수록 더 많은 걸음이 잘립니다.</translation>
    </message>
    <message>
        <source>The smallest curvature that is divided by.</source>
        <translation>나누는 곡률의 가장 작은 값입니다.</translation>
    </message>
    <message>
        <source>The standard deviation of the first noise, on each axis.</source>
        <translation>축마다 첫 잡음의 표준편차입니다.</translation>
    </message>
    <message>
        <source>The start is so many times below the peak.</source>
        <translation>시작은 꼭대기의 이 수분의 1입니다.</translation>
    </message>
    <message>
        <source>The steepest curvature limits the learning rate, the flattest sets the pace: their ratio is the price of plain descent.</source>
        <translation>가장 큰 곡률이 학습률을 제한하고 가장 작은 곡률이 속도를 정합니다. 그 비가 경사하강법이 치르는 값입니다.</translation>
    </message>
    <message>
        <source>The step goes straight down the slope: the learning rate times the gradient.</source>
        <translation>걸음이 비탈을 따라 곧장 내려갑니다. 학습률에 기울기를 곱한 만큼입니다.</translation>
    </message>
    <message>
        <source>The step has no result: one of its terms is not a finite number.</source>
        <translation>걸음의 결과가 없습니다. 항 가운데 하나가 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>The step leads uphill: what it remembers outweighs the slope here.</source>
        <translation>걸음이 오르막으로 갑니다. 쌓인 관성이 이곳의 기울기보다 큽니다.</translation>
    </message>
    <message>
        <source>The step sees {count} of {samples} samples; their gradient points {angle}° away from the full one.</source>
        <translation>이 걸음은 표본 {samples}개 중 {count}개를 봅니다. 그 기울기는 전체 기울기와 {angle}° 다릅니다.</translation>
    </message>
    <message>
        <source>The step to iteration {0}</source>
        <translation>{0}번째 반복으로 가는 걸음</translation>
    </message>
    <message>
        <source>The step&apos;s length as a share of the gradient.</source>
        <translation>기울기에 대한 걸음 길이의 비율입니다.</translation>
    </message>
    <message>
        <source>The step&apos;s length is η times the gradient&apos;s, plus noise.</source>
        <translation>걸음의 길이는 기울기의 η배에 잡음을 더한 것입니다.</translation>
    </message>
    <message>
        <source>The step&apos;s length is η times the gradient&apos;s.</source>
        <translation>걸음의 길이는 기울기의 η배입니다.</translation>
    </message>
    <message>
        <source>The step&apos;s length is η times the mixture&apos;s.</source>
        <translation>걸음의 길이는 섞은 것의 η배입니다.</translation>
    </message>
    <message>
        <source>The strength {0} is a number from 0 to 1e6, not {1}.</source>
        <translation>세기 {0}은(는) 0에서 1e6 사이의 수입니다. {1}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The sum of squares before the first step.</source>
        <translation>첫 걸음 전의 제곱합입니다.</translation>
    </message>
    <message>
        <source>The surface cannot be read: {0}</source>
        <translation>곡면을 읽을 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>The surface {0} comes with 2 to {1} parameters, not {2}.</source>
        <translation>곡면 {0}의 매개변수는 2개에서 {1}개까지입니다. {2}개는 안 됩니다.</translation>
    </message>
    <message>
        <source>The surface {0} has no parameter “{1}”; it has none.</source>
        <translation>곡면 {0}에는 매개변수 “{1}”이(가) 없습니다. 매개변수가 하나도 없습니다.</translation>
    </message>
    <message>
        <source>The surface {0} has no parameter “{1}”; {2}.</source>
        <translation>곡면 {0}에는 매개변수 “{1}”이(가) 없습니다. {2}.</translation>
    </message>
    <message>
        <source>The surface {0} has samples of its own; it takes no bag.</source>
        <translation>곡면 {0}에는 이미 표본이 있어서 주머니를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The surface {0} has two parameters, not {1}; it has no larger version.</source>
        <translation>곡면 {0}의 매개변수는 {1}개가 아니라 2개입니다. 더 큰 차원은 없습니다.</translation>
    </message>
    <message>
        <source>The surface {0} has {1} parameters, not {2}.</source>
        <translation>곡면 {0}의 매개변수는 {2}개가 아니라 {1}개입니다.</translation>
    </message>
    <message>
        <source>The surface “{0}” is not made of data.</source>
        <translation>곡면 “{0}”은(는) 데이터로 만든 것이 아닙니다.</translation>
    </message>
    <message>
        <source>The surface “{0}” is not made of data; those that are: {1}.</source>
        <translation>곡면 “{0}”은(는) 데이터로 만든 것이 아닙니다. 데이터로 만든 곡면: {1}.</translation>
    </message>
    <message>
        <source>The target of the {0} is a label from 0 to 1, not {1}.</source>
        <translation>{0}의 목푯값은 0에서 1 사이의 레이블입니다. {1}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The tilt of a bag is a number from 0 to 1e6, not {0}.</source>
        <translation>주머니의 기울임은 0에서 1e6 사이의 수입니다. {0}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The typical length of a step along each axis.</source>
        <translation>축마다 보통의 걸음 길이입니다.</translation>
    </message>
    <message>
        <source>The typical length of a step along each direction.</source>
        <translation>방향마다 보통의 걸음 길이입니다.</translation>
    </message>
    <message>
        <source>The typical length of a step of z along each axis.</source>
        <translation>축마다 z의 보통 걸음 길이입니다.</translation>
    </message>
    <message>
        <source>The values of the {0} must be evenly spaced: a height map is a regular grid.</source>
        <translation>{0}의 값은 간격이 고르게 있어야 합니다. 높이 지도는 고른 격자입니다.</translation>
    </message>
    <message>
        <source>The way down keeps turning: what momentum learned before a bend is wrong after it.</source>
        <translation>내려가는 길이 계속 굽이칩니다. 모멘텀이 굽이 전에 배운 것이 굽이 뒤에는 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The word “{0}” cannot be used in a formula; another name can.</source>
        <translation>“{0}”(이)라는 낱말은 수식에 쓸 수 없습니다. 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>The {0} has no input column to scale.</source>
        <translation>{0}에는 스케일링할 입력 열이 없습니다.</translation>
    </message>
    <message>
        <source>The {0} has no layer for batch normalisation.</source>
        <translation>{0}에는 배치 정규화를 할 층이 없습니다.</translation>
    </message>
    <message>
        <source>The {0} names are in the catalogue and in “main.py list surfaces”.</source>
        <translation>{0}개의 이름은 목록과 “main.py list surfaces”에 있습니다.</translation>
    </message>
    <message>
        <source>The {0} of a {1} must be a number within ±1e9, not {2}.</source>
        <translation>{1}의 {0}은(는) ±1e9 안의 수여야 합니다. {2}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>The {0} predicts nothing.</source>
        <translation>{0}은(는) 아무것도 예측하지 않습니다.</translation>
    </message>
    <message>
        <source>The {0} takes no samples from “{1}”; it takes {2}.</source>
        <translation>{0}에는 “{1}”의 표본을 쓸 수 없습니다. 쓸 수 있는 것: {2}.</translation>
    </message>
    <message>
        <source>There is a surface “{0}” already.</source>
        <translation>“{0}” 곡면이 이미 있습니다.</translation>
    </message>
    <message>
        <source>There is no column “{0}”; the columns are {1}.</source>
        <translation>“{0}” 열이 없습니다. 있는 열: {1}.</translation>
    </message>
    <message>
        <source>There is no contour spacing “{0}”; choose {1}.</source>
        <translation>등고선 간격 “{0}”이(가) 없습니다. 고를 수 있는 것: {1}.</translation>
    </message>
    <message>
        <source>There is no feature “{0}”; the kinds are {1}.</source>
        <translation>지형 “{0}”이(가) 없습니다. 있는 종류: {1}.</translation>
    </message>
    <message>
        <source>There is no function “{0}”; {1}</source>
        <translation>“{0}” 함수가 없습니다. {1}</translation>
    </message>
    <message>
        <source>There is no optimizer {0}.{1} Known: {2}.</source>
        <translation>옵티마이저 {0}이(가) 없습니다.{1} 있는 것: {2}.</translation>
    </message>
    <message>
        <source>There is no scaling “{0}”; there are {1}.</source>
        <translation>스케일링 “{0}”이(가) 없습니다. 있는 것: {1}.</translation>
    </message>
    <message>
        <source>There is no scenario {0}. Known: {1}.</source>
        <translation>시나리오 {0}이(가) 없습니다. 있는 것: {1}.</translation>
    </message>
    <message>
        <source>There is no schedule {0}. Known: {1}.</source>
        <translation>스케줄 {0}이(가) 없습니다. 있는 것: {1}.</translation>
    </message>
    <message>
        <source>There is no surface “{0}” in the library any more.</source>
        <translation>“{0}” 곡면이 더는 보관함에 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing between these brackets yet; put a number, a name or a formula there.</source>
        <translation>이 괄호 사이에 아직 아무것도 없습니다. 수나 이름, 수식을 넣으세요.</translation>
    </message>
    <message>
        <source>These bars can be paired in more than one way; write abs(…) or put * between the factors.</source>
        <translation>이 막대들은 짝을 지을 방법이 둘 이상입니다. abs(…)로 쓰거나 인수 사이에 *를 넣으세요.</translation>
    </message>
    <message>
        <source>This bracket is not closed yet; a ) is missing.</source>
        <translation>이 괄호가 아직 닫히지 않았습니다. )가 빠졌습니다.</translation>
    </message>
    <message>
        <source>This closing bracket has no opening one.</source>
        <translation>이 닫는 괄호에 맞는 여는 괄호가 없습니다.</translation>
    </message>
    <message>
        <source>This is not a session file of the Optimizer Sandbox.</source>
        <translation>Optimizer Sandbox의 세션 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>This is not a session file: {0}.</source>
        <translation>세션 파일이 아닙니다: {0}.</translation>
    </message>
    <message>
        <source>This is not a surface file of the Optimizer Sandbox.</source>
        <translation>Optimizer Sandbox의 곡면 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>This is not a surface file: it is broken or was cut off.</source>
        <translation>곡면 파일이 아닙니다. 깨졌거나 잘렸습니다.</translation>
    </message>
    <message>
        <source>This number has two decimal points; write it with one, as in 0.5.</source>
        <translation>이 수에는 소수점이 두 개 있습니다. 0.5처럼 하나만 쓰세요.</translation>
    </message>
    <message>
        <source>This number is too large; the largest allowed is about 1.8e308.</source>
        <translation>이 수는 너무 큽니다. 최대 약 1.8e308까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This part has no finite value: too large, divided by 0 or outside a function&apos;s domain.</source>
        <translation>이 부분의 값이 유한하지 않습니다. 너무 크거나, 0으로 나누었거나, 함수의 정의역을 벗어났습니다.</translation>
    </message>
    <message>
        <source>This run is no branch.</source>
        <translation>이 실행은 분기가 아닙니다.</translation>
    </message>
    <message>
        <source>This session was saved by a newer version of the Optimizer Sandbox.</source>
        <translation>이 세션은 더 새로운 Optimizer Sandbox에서 저장했습니다.</translation>
    </message>
    <message>
        <source>This surface has no height map.</source>
        <translation>이 곡면에는 높이 지도가 없습니다.</translation>
    </message>
    <message>
        <source>This surface is not made of data.</source>
        <translation>이 곡면은 데이터로 만든 것이 아닙니다.</translation>
    </message>
    <message>
        <source>This surface was saved by a newer version of the Optimizer Sandbox.</source>
        <translation>이 곡면은 더 새로운 Optimizer Sandbox에서 저장했습니다.</translation>
    </message>
    <message>
        <source>This {0} is a Cyrillic letter; type the Latin {1} instead.</source>
        <translation>이 {0}은(는) 키릴 문자입니다. 로마자 {1}을(를) 입력하세요.</translation>
    </message>
    <message>
        <source>Three equal minima in one bent valley, with saddles between them.</source>
        <translation>굽은 골짜기 하나에 똑같은 극소점 셋이 있고 그 사이에 안장점이 있습니다.</translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation>세 혹 낙타</translation>
    </message>
    <message>
        <source>Tilted double well</source>
        <translation>기울어진 이중 우물</translation>
    </message>
    <message>
        <source>Tilted plane</source>
        <translation>기울어진 평면</translation>
    </message>
    <message>
        <source>Wanders in a noise ball{where} {when}: radius {radius}, mean loss {loss}{above}.</source>
        <translation>{where}잡음 공 안을 떠돕니다({when}). 반지름 {radius}, 평균 손실 {loss}{above}.</translation>
    </message>
    <message>
        <source>Trust region (dogleg)</source>
        <translation>신뢰 영역(dogleg)</translation>
    </message>
    <message>
        <source>A batch size needs a surface made of data or a bag; this one has no samples.</source>
        <translation>배치 크기를 쓰려면 데이터로 만든 곡면이나 표본 주머니가 있어야 합니다. 이 곡면에는 표본이 없습니다.</translation>
    </message>
    <message>
        <source>A sweep has at most {0} runs.</source>
        <translation>스윕의 실행은 최대 {0}개입니다.</translation>
    </message>
    <message>
        <source>Comes to rest in {minimum} at iteration {iteration}, loss {loss}{best}.</source>
        <translation>{minimum}에 멈춥니다({iteration}번째 반복). 손실 {loss}{best}.</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>곡률</translation>
    </message>
    <message>
        <source>Data and loss</source>
        <translation>데이터와 손실</translation>
    </message>
    <message>
        <source>Decimals are written with a point, as in 0.5.</source>
        <translation>소수는 0.5처럼 점으로 씁니다.</translation>
    </message>
    <message>
        <source>Each hyperparameter can be varied along one axis only.</source>
        <translation>하이퍼파라미터마다 한 축에서만 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Escapes {saddle} at iteration {iteration}, after {count} iterations, in the direction {direction}.</source>
        <translation>{saddle}을(를) 벗어납니다({iteration}번째 반복). {count}번 반복한 뒤이고 방향은 {direction}입니다.</translation>
    </message>
    <message>
        <source>Every axis needs a value, and every combination a seed.</source>
        <translation>축마다 값이 있어야 하고 조합마다 시드가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Heads straight for {saddle} {when}: from {far} away to {near}.</source>
        <translation>{saddle}을(를) 향해 곧장 갑니다({when}). 거리가 {far}에서 {near}(으)로 줄어듭니다.</translation>
    </message>
    <message>
        <source>Lingers at {saddle} {when}: the gradient falls to {least}.</source>
        <translation>{saddle}에 머뭅니다({when}). 기울기가 {least}까지 작아집니다.</translation>
    </message>
    <message>
        <source>Memory and pace</source>
        <translation>기억과 속도</translation>
    </message>
    <message>
        <source>My scenarios</source>
        <translation>내 시나리오</translation>
    </message>
    <message>
        <source>Noise and batches</source>
        <translation>잡음과 배치</translation>
    </message>
    <message>
        <source>Nothing is drawn by chance here: one seed says as much as many.</source>
        <translation>여기서는 무작위로 뽑는 것이 없어서 시드가 하나면 충분합니다.</translation>
    </message>
    <message>
        <source>Schedules and mixtures</source>
        <translation>스케줄과 섞어 쓰기</translation>
    </message>
    <message>
        <source>Slopes and steps</source>
        <translation>비탈과 걸음</translation>
    </message>
    <message>
        <source>The seed is an axis already, so --seeds has nothing to say.</source>
        <translation>시드가 이미 축이므로 --seeds는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Trapped in {minimum}: its loss is {above} above that of a lower one, which another run has found.</source>
        <translation>{minimum}에 갇혔습니다. 손실이 다른 실행이 찾은 더 낮은 극소점보다 {above}만큼 높습니다.</translation>
    </message>
    <message>
        <source>Trapped in {minimum}: its loss is {above} above that of the lowest known one.</source>
        <translation>{minimum}에 갇혔습니다. 손실이 알려진 최솟값보다 {above} 높습니다.</translation>
    </message>
    <message>
        <source>Traps and saddles</source>
        <translation>함정과 안장점</translation>
    </message>
    <message>
        <source>Twice the batch, twice the learning rate: the same path in fewer steps, until the rate passes 2/λ.</source>
        <translation>배치가 두 배면 학습률도 두 배입니다. 학습률이 2/λ를 넘기 전까지는 같은 길을 더 적은 걸음으로 갑니다.</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>두 구름</translation>
    </message>
    <message>
        <source>Two equal minima and a true saddle between them, on which every sample&apos;s gradient is zero.</source>
        <translation>똑같은 극소점 둘과 그 사이의 진짜 안장점입니다. 안장점에서는 모든 표본의 기울기가 0입니다.</translation>
    </message>
    <message>
        <source>Two equations in two unknowns as least squares: the parameters interact.</source>
        <translation>미지수 둘의 방정식 둘을 최소제곱으로 풉니다. 매개변수가 서로 얽힙니다.</translation>
    </message>
    <message>
        <source>Two features alike</source>
        <translation>닮은 두 특성</translation>
    </message>
    <message>
        <source>Two features of unlike size</source>
        <translation>크기가 다른 두 특성</translation>
    </message>
    <message>
        <source>Two formulas cannot be compared by == here; where(…) takes &lt;, &gt;, &lt;= or &gt;=.</source>
        <translation>여기서 두 수식을 ==로 비교할 수 없습니다. where(…)에는 &lt;, &gt;, &lt;=, &gt;=를 씁니다.</translation>
    </message>
    <message>
        <source>Two groups of points</source>
        <translation>점의 두 무리</translation>
    </message>
    <message>
        <source>Two in one step</source>
        <translation>한 걸음에 둘</translation>
    </message>
    <message>
        <source>Two losses, on both sides along random signs, stand in for the gradient: cheap in many parameters, a walk along diagonals in two.</source>
        <translation>무작위 부호 방향의 양쪽에서 구한 손실 둘이 기울기를 대신합니다. 매개변수가 많으면 값싸고, 둘이면 대각선을 따라 걷습니다.</translation>
    </message>
    <message>
        <source>Two weights in a row, y·x = 1: every point of a hyperbola is a minimum, and from x = −y descent ends at the saddle between its branches.</source>
        <translation>이어진 두 가중치로 y·x = 1입니다. 쌍곡선의 모든 점이 극소점이고, x = −y에서 출발하면 두 갈래 사이의 안장점에서 끝납니다.</translation>
    </message>
    <message>
        <source>Two wells of almost equal depth, one narrow and one wide: noise and large steps leave the narrow one and stay in the wide one.</source>
        <translation>깊이가 거의 같은 우물 둘, 하나는 좁고 하나는 넓습니다. 잡음과 큰 걸음은 좁은 우물을 떠나 넓은 우물에 머뭅니다.</translation>
    </message>
    <message>
        <source>T₀: how high above the valleys the noise reaches.</source>
        <translation>T₀: 잡음이 골짜기 위로 얼마나 높이 닿는지입니다.</translation>
    </message>
    <message>
        <source>Up and down for ever: the high parts leave narrow minima, the low parts settle in what is left.</source>
        <translation>끝없이 오르내립니다. 높을 때는 좁은 극소점을 떠나고 낮을 때는 남은 곳에 가라앉습니다.</translation>
    </message>
    <message>
        <source>Updates shorter than this are not made longer.</source>
        <translation>이보다 짧은 갱신은 늘이지 않습니다.</translation>
    </message>
    <message>
        <source>Valley</source>
        <translation>골짜기</translation>
    </message>
    <message>
        <source>Valley with bumps</source>
        <translation>혹이 있는 골짜기</translation>
    </message>
    <message>
        <source>Values and slopes along the direction, a quadratic&apos;s best by the Hessian, or no search at all.</source>
        <translation>그 방향의 값과 기울기로 찾거나, 헤세 행렬로 구한 2차 함수의 최적 길이를 쓰거나, 찾지 않습니다.</translation>
    </message>
    <message>
        <source>Values and slopes along the direction, or a quadratic&apos;s best by the Hessian.</source>
        <translation>그 방향의 값과 기울기로 찾거나, 헤세 행렬로 구한 2차 함수의 최적 길이를 씁니다.</translation>
    </message>
    <message>
        <source>Waits until progress stops and only then slows down; the one schedule that sees the loss.</source>
        <translation>나아짐이 멈출 때까지 기다렸다가 늦춥니다. 손실을 보는 유일한 스케줄입니다.</translation>
    </message>
    <message>
        <source>Warm-up and decay in one: the learning rate of the card is the peak, which may be higher than usual.</source>
        <translation>워밍업과 감쇠를 합친 것입니다. 카드의 학습률이 꼭대기이며 보통보다 높아도 됩니다.</translation>
    </message>
    <message>
        <source>Waves that fade with the distance r: h·cos(π·u)·exp(−r²/length²); the width is half a wave.</source>
        <translation>거리 r에 따라 잦아드는 물결입니다: h·cos(π·u)·exp(−r²/length²). 너비가 반 파장입니다.</translation>
    </message>
    <message>
        <source>Weakens each new gradient by this share (pytorch convention only).</source>
        <translation>새 기울기를 이 비율만큼 약하게 합니다(pytorch 방식만).</translation>
    </message>
    <message>
        <source>Weight decay in its forms. For plain gradient descent L2 and decoupled decay are the same, for Adam they are not; of the L1 forms only the proximal one ends at exact zeros. The minimum moves, so the loss shown rises.</source>
        <translation>여러 형태의 가중치 감쇠입니다. 경사하강법에서는 L2와 분리된 감쇠가 같지만 Adam에서는 다릅니다. L1 가운데 근접(proximal) 형태만 정확히 0에서 끝납니다. 극소점이 옮겨지므로 보이는 손실은 커집니다.</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>우물</translation>
    </message>
    <message>
        <source>Wells of different depth and width: descent finds the one on whose slope it starts, rarely the best.</source>
        <translation>깊이와 너비가 다른 우물들입니다. 경사하강법은 출발한 비탈의 우물을 찾으며, 그것이 가장 좋은 우물인 일은 드뭅니다.</translation>
    </message>
    <message>
        <source>What counts as progress.</source>
        <translation>무엇을 나아짐으로 치는지입니다.</translation>
    </message>
    <message>
        <source>What makes the second take over: a set iteration, or no progress.</source>
        <translation>무엇이 둘째에게 넘기는지입니다. 정해진 반복, 또는 나아지지 않음입니다.</translation>
    </message>
    <message>
        <source>When the valley runs between the axes, scaling each coordinate by itself no longer helps.</source>
        <translation>골짜기가 축 사이로 비스듬히 나면 좌표마다 크기를 맞추는 것이 더는 도움이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Where between SGD (0) and its average (1) gradients are taken.</source>
        <translation>SGD(0)와 그 평균(1) 사이의 어디에서 기울기를 구하는지입니다.</translation>
    </message>
    <message>
        <source>Where between z (0) and its average x (1) gradients are taken.</source>
        <translation>z(0)와 그 평균 x(1) 사이의 어디에서 기울기를 구하는지입니다.</translation>
    </message>
    <message>
        <source>Where the iterates dance around a minimum, their mean lies much nearer to it: a small noise ball without a small learning rate. A long way in is averaged too, unless it begins late.</source>
        <translation>점들이 극소점 둘레를 맴돌 때 그 평균은 극소점에 훨씬 가깝습니다. 학습률을 줄이지 않아도 잡음 공이 작아집니다. 늦게 시작하지 않으면 들어오는 긴 길도 함께 평균됩니다.</translation>
    </message>
    <message>
        <source>Where the neuron is off for every sample the gradient is exactly zero: nothing leaves that corner.</source>
        <translation>모든 표본에서 뉴런이 꺼진 곳에서는 기울기가 정확히 0입니다. 그 구석에서는 아무것도 나오지 못합니다.</translation>
    </message>
    <message>
        <source>Where ε stands, and from when the brakes are trusted.</source>
        <translation>ε이 있는 자리와 언제부터 제동을 믿는지입니다.</translation>
    </message>
    <message>
        <source>Where η and 1 − μ enter: PyTorch&apos;s, the book&apos;s, or the average&apos;s.</source>
        <translation>η와 1 − μ가 들어가는 자리입니다. PyTorch 방식, 책의 방식, 평균 방식이 있습니다.</translation>
    </message>
    <message>
        <source>Whether the basis knows this step&apos;s gradient.</source>
        <translation>기저가 이 걸음의 기울기를 아는지입니다.</translation>
    </message>
    <message>
        <source>Whether the length of the gradient is limited, or each of its entries.</source>
        <translation>기울기의 길이를 제한하는지, 성분마다 제한하는지입니다.</translation>
    </message>
    <message>
        <source>Whether the peaks stay, are halved or fade.</source>
        <translation>꼭대기가 그대로인지, 반으로 줄어드는지, 옅어지는지입니다.</translation>
    </message>
    <message>
        <source>Which of the two is the run; the other one is its state.</source>
        <translation>둘 가운데 어느 것이 실행인지입니다. 다른 하나는 그 상태입니다.</translation>
    </message>
    <message>
        <source>Which of the two lengths: the long one dares more, and leaves more often.</source>
        <translation>두 길이 가운데 어느 것을 쓰는지입니다. 긴 쪽은 더 과감하고 더 자주 벗어납니다.</translation>
    </message>
    <message>
        <source>Which one when</source>
        <translation>언제 무엇을</translation>
    </message>
    <message>
        <source>Width and length of a {0} must be at least 1e-9.</source>
        <translation>{0}의 너비와 길이는 1e-9 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>With momentum: η times the velocity (PyTorch) or η in each push (Optax).</source>
        <translation>모멘텀이 있을 때 속도에 η를 곱하거나(PyTorch) 밀 때마다 η를 곱합니다(Optax).</translation>
    </message>
    <message>
        <source>Write e^(…) for the exponential function and e*(…) for a product.</source>
        <translation>지수 함수는 e^(…), 곱은 e*(…)로 쓰세요.</translation>
    </message>
    <message>
        <source>Write the power behind the brackets, as in {0}(…)^n{1}.</source>
        <translation>거듭제곱은 {0}(…)^n처럼 괄호 뒤에 쓰세요{1}.</translation>
    </message>
    <message>
        <source>Wrong frequencies are poor local minima: the full batch is trapped, single samples shake it loose.</source>
        <translation>틀린 진동수는 나쁜 지역 최솟값입니다. 전체 배치는 갇히고, 표본 하나씩 보면 흔들려 빠져나옵니다.</translation>
    </message>
    <message>
        <source>Yogi</source>
        <translation>Yogi</translation>
    </message>
    <message>
        <source>a formula holds numbers, names, + - * / ^, brackets ( ), bars | | and commas between arguments</source>
        <translation>수식에는 수, 이름, + - * / ^, 괄호 ( ), 막대 | |, 인수 사이의 쉼표를 씁니다</translation>
    </message>
    <message>
        <source>a local minimum found here, {place}</source>
        <translation>여기서 찾은 지역 최솟값 {place}</translation>
    </message>
    <message>
        <source>a local minimum, {place}</source>
        <translation>지역 최솟값 {place}</translation>
    </message>
    <message>
        <source>a minimum found here, {place},</source>
        <translation>여기서 찾은 극소점 {place}</translation>
    </message>
    <message>
        <source>a picture ends in {0}</source>
        <translation>그림 파일의 이름은 {0}(으)로 끝나야 합니다</translation>
    </message>
    <message>
        <source>a plot ends in {0}</source>
        <translation>그래프 파일의 이름은 {0} 중 하나로 끝나야 합니다</translation>
    </message>
    <message>
        <source>a point only stands inside a number, as in 0.5</source>
        <translation>점은 0.5처럼 수 안에만 씁니다</translation>
    </message>
    <message>
        <source>a prime is not needed, the derivatives are worked out for you</source>
        <translation>프라임은 필요 없습니다. 도함수는 알아서 구합니다</translation>
    </message>
    <message>
        <source>a saddle found here, {place},</source>
        <translation>여기서 찾은 안장점 {place}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>abs</source>
        <translation>절댓값</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>적응형</translation>
    </message>
    <message>
        <source>after</source>
        <translation>끝난 뒤</translation>
    </message>
    <message>
        <source>along the direction {direction}</source>
        <translation>방향 {direction} 쪽</translation>
    </message>
    <message>
        <source>along the eigenvector {direction}, where the curvature is {curvature}</source>
        <translation>고유벡터 {direction} 방향(곡률 {curvature})</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>alpha</translation>
    </message>
    <message>
        <source>amsgrad</source>
        <translation>amsgrad</translation>
    </message>
    <message>
        <source>an animation ends in {0}</source>
        <translation>애니메이션 파일의 이름은 {0}(으)로 끝나야 합니다</translation>
    </message>
    <message>
        <source>an underscore stands inside a name, as in x_1</source>
        <translation>밑줄은 x_1처럼 이름 안에 씁니다</translation>
    </message>
    <message>
        <source>an unknown amount</source>
        <translation>알 수 없는 만큼</translation>
    </message>
    <message>
        <source>angles are in radians; write 30*pi/180 for 30 degrees</source>
        <translation>각도의 단위는 라디안입니다. 30도는 30*pi/180으로 쓰세요</translation>
    </message>
    <message>
        <source>approaching saddle</source>
        <translation>안장점에 접근</translation>
    </message>
    <message>
        <source>arguments are separated by commas</source>
        <translation>인수는 쉼표로 나눕니다</translation>
    </message>
    <message>
        <source>armijo</source>
        <translation>Armijo</translation>
    </message>
    <message>
        <source>at</source>
        <translation>전환 반복</translation>
    </message>
    <message>
        <source>at iteration {iteration}</source>
        <translation>{iteration}번째 반복</translation>
    </message>
    <message>
        <source>at least </source>
        <translation>최소 </translation>
    </message>
    <message>
        <source>at saddle</source>
        <translation>안장점에 머묾</translation>
    </message>
    <message>
        <source>average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>averaged</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>basis</source>
        <translation>기저</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>before</source>
        <translation>먼저</translation>
    </message>
    <message>
        <source>beta</source>
        <translation>beta</translation>
    </message>
    <message>
        <source>beta1</source>
        <translation>beta1</translation>
    </message>
    <message>
        <source>beta2</source>
        <translation>beta2</translation>
    </message>
    <message>
        <source>beta3</source>
        <translation>beta3</translation>
    </message>
    <message>
        <source>bias correction</source>
        <translation>편향 보정</translation>
    </message>
    <message>
        <source>book</source>
        <translation>책</translation>
    </message>
    <message>
        <source>by</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>c</source>
        <translation>c</translation>
    </message>
    <message>
        <source>c1</source>
        <translation>c1</translation>
    </message>
    <message>
        <source>c2</source>
        <translation>c2</translation>
    </message>
    <message>
        <source>carry</source>
        <translation>이어받기</translation>
    </message>
    <message>
        <source>cbrt(u): the slope at u = 0 is infinite.</source>
        <translation>cbrt(u): u = 0에서 기울기가 무한합니다.</translation>
    </message>
    <message>
        <source>centered</source>
        <translation>중심화</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>classical</source>
        <translation>고전</translation>
    </message>
    <message>
        <source>column {0}</source>
        <translation>{0}열</translation>
    </message>
    <message>
        <source>composite</source>
        <translation>합성</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>convention</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>converged</source>
        <translation>수렴</translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation>쉬는 횟수</translation>
    </message>
    <message>
        <source>cooling steps</source>
        <translation>식는 걸음 수</translation>
    </message>
    <message>
        <source>cos</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>covariance</source>
        <translation>공분산</translation>
    </message>
    <message>
        <source>covariance path</source>
        <translation>공분산 경로</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>crossed ridge</source>
        <translation>능선을 넘음</translation>
    </message>
    <message>
        <source>current</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>curvature</source>
        <translation>곡률</translation>
    </message>
    <message>
        <source>curvature across the floor</source>
        <translation>바닥을 가로지르는 곡률</translation>
    </message>
    <message>
        <source>curvature along the floor</source>
        <translation>바닥을 따르는 곡률</translation>
    </message>
    <message>
        <source>d coef</source>
        <translation>d 계수</translation>
    </message>
    <message>
        <source>d0</source>
        <translation>d0</translation>
    </message>
    <message>
        <source>dampening</source>
        <translation>약화</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>감쇠</translation>
    </message>
    <message>
        <source>decoupled</source>
        <translation>분리</translation>
    </message>
    <message>
        <source>decoupled weight decay</source>
        <translation>분리 가중치 감쇠</translation>
    </message>
    <message>
        <source>deeper</source>
        <translation>더 깊습니다</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>delta</translation>
    </message>
    <message>
        <source>depth of the dip</source>
        <translation>웅덩이의 깊이</translation>
    </message>
    <message>
        <source>depth of the sharp well</source>
        <translation>좁은 우물의 깊이</translation>
    </message>
    <message>
        <source>derivative-free</source>
        <translation>도함수 없는 방법</translation>
    </message>
    <message>
        <source>did you mean {0} or {1}?</source>
        <translation>혹시 {0} 또는 {1}인가요?</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>혹시 {0}인가요?</translation>
    </message>
    <message>
        <source>difference moment</source>
        <translation>차이 모멘트</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>direction of the valley floor in degrees</source>
        <translation>골짜기 바닥의 방향(도)</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>distance of the clouds along x1</source>
        <translation>x1 방향으로 두 구름 사이의 거리</translation>
    </message>
    <message>
        <source>distance of the groups along x</source>
        <translation>x 방향으로 두 무리 사이의 거리</translation>
    </message>
    <message>
        <source>div factor</source>
        <translation>시작 배수</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>down</source>
        <translation>내림</translation>
    </message>
    <message>
        <source>ema</source>
        <translation>지수 이동 평균</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>eps</source>
        <translation>eps</translation>
    </message>
    <message>
        <source>eps placement</source>
        <translation>eps의 자리</translation>
    </message>
    <message>
        <source>eps root</source>
        <translation>제곱근 안 eps</translation>
    </message>
    <message>
        <source>escaped saddle</source>
        <translation>안장점 탈출</translation>
    </message>
    <message>
        <source>eta</source>
        <translation>eta</translation>
    </message>
    <message>
        <source>eta minus</source>
        <translation>eta−</translation>
    </message>
    <message>
        <source>eta plus</source>
        <translation>eta+</translation>
    </message>
    <message>
        <source>every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>every number is finite</source>
        <translation>모든 수는 유한해야 합니다</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>exp_range</source>
        <translation>지수 감소</translation>
    </message>
    <message>
        <source>factorials are not smooth functions and are not known here</source>
        <translation>계승은 매끄러운 함수가 아니라서 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>빠른 점</translation>
    </message>
    <message>
        <source>final div factor</source>
        <translation>끝 배수</translation>
    </message>
    <message>
        <source>first</source>
        <translation>첫째</translation>
    </message>
    <message>
        <source>first column (y)</source>
        <translation>첫째 열(y)</translation>
    </message>
    <message>
        <source>first moment</source>
        <translation>1차 모멘트</translation>
    </message>
    <message>
        <source>first order</source>
        <translation>1차 방법</translation>
    </message>
    <message>
        <source>fletcher-reeves</source>
        <translation>Fletcher–Reeves</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>for a product write {0}*(…).</source>
        <translation>곱은 {0}*(…)로 쓰세요.</translation>
    </message>
    <message>
        <source>form</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>진동수</translation>
    </message>
    <message>
        <source>from iteration {iteration} to {last}</source>
        <translation>{iteration}~{last}번째 반복</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>gamma</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>세대</translation>
    </message>
    <message>
        <source>gradient sum</source>
        <translation>기울기 합</translation>
    </message>
    <message>
        <source>gradual</source>
        <translation>점진</translation>
    </message>
    <message>
        <source>half the curvature at the bottom</source>
        <translation>바닥 곡률의 절반</translation>
    </message>
    <message>
        <source>has no fixed value, so it is no function of the coordinates</source>
        <translation>값이 정해져 있지 않아서 좌표의 함수가 아닙니다</translation>
    </message>
    <message>
        <source>header (x)</source>
        <translation>머리글(x)</translation>
    </message>
    <message>
        <source>height of the true line at 0</source>
        <translation>0에서 참 직선의 높이</translation>
    </message>
    <message>
        <source>hessian evaluations</source>
        <translation>헤세 평가</translation>
    </message>
    <message>
        <source>history size</source>
        <translation>기억하는 쌍의 수</translation>
    </message>
    <message>
        <source>how far the well reaches</source>
        <translation>우물이 미치는 거리</translation>
    </message>
    <message>
        <source>how high the wall is</source>
        <translation>벽의 높이</translation>
    </message>
    <message>
        <source>how much of the first feature is in the second</source>
        <translation>둘째 특성에 든 첫째 특성의 몫</translation>
    </message>
    <message>
        <source>how steep the walls are</source>
        <translation>벽의 가파른 정도</translation>
    </message>
    <message>
        <source>how sudden the wall is</source>
        <translation>벽의 갑작스러운 정도</translation>
    </message>
    <message>
        <source>initial accumulator</source>
        <translation>누적 초깃값</translation>
    </message>
    <message>
        <source>inner</source>
        <translation>안쪽</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>안</translation>
    </message>
    <message>
        <source>integrals are not known here</source>
        <translation>적분은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>intercept</source>
        <translation>절편</translation>
    </message>
    <message>
        <source>inverse hessian</source>
        <translation>역헤세 행렬</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>is flat between its jumps, so every gradient is 0; where(…) builds pieces with slopes</source>
        <translation>뛰는 곳 사이가 평평해서 기울기가 모두 0입니다. 기울기가 있는 조각은 where(…)로 만드세요</translation>
    </message>
    <message>
        <source>is not known; write the terms out</source>
        <translation>쓸 수 없습니다. 항을 모두 쓰세요</translation>
    </message>
    <message>
        <source>is not needed; the derivatives are worked out for you</source>
        <translation>필요 없습니다. 도함수는 알아서 구합니다</translation>
    </message>
    <message>
        <source>is only known for whole numbers here</source>
        <translation>여기서는 정수에만 정의됩니다</translation>
    </message>
    <message>
        <source>it has none</source>
        <translation>하나도 없습니다</translation>
    </message>
    <message>
        <source>it has {0}</source>
        <translation>있는 것: {0}</translation>
    </message>
    <message>
        <source>iterate</source>
        <translation>지금 점</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>its parameters are {0}</source>
        <translation>있는 매개변수: {0}</translation>
    </message>
    <message>
        <source>jumps endlessly; sin and cos repeat smoothly</source>
        <translation>끝없이 뜁니다. 매끄럽게 되풀이하려면 sin과 cos을 쓰세요</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>k: how many steps pass between two looks at the curvature.</source>
        <translation>k: 곡률을 몇 걸음마다 보는지입니다.</translation>
    </message>
    <message>
        <source>l1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>l1-proximal</source>
        <translation>L1 근접</translation>
    </message>
    <message>
        <source>l2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>largest area in m²</source>
        <translation>가장 큰 넓이(m²)</translation>
    </message>
    <message>
        <source>largest curvature over smallest</source>
        <translation>최대 곡률을 최소 곡률로 나눈 값</translation>
    </message>
    <message>
        <source>largest gradient</source>
        <translation>최대 기울기</translation>
    </message>
    <message>
        <source>largest rate</source>
        <translation>최대 학습률</translation>
    </message>
    <message>
        <source>largest second moment</source>
        <translation>최대 2차 모멘트</translation>
    </message>
    <message>
        <source>last gradient</source>
        <translation>지난 기울기</translation>
    </message>
    <message>
        <source>last point</source>
        <translation>지난 점</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>left the plot</source>
        <translation>그림을 벗어남</translation>
    </message>
    <message>
        <source>length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>less deep</source>
        <translation>덜 깊습니다</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>한계</translation>
    </message>
    <message>
        <source>limit cycle</source>
        <translation>극한 순환</translation>
    </message>
    <message>
        <source>line search</source>
        <translation>직선 탐색</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>long</source>
        <translation>긴 쪽</translation>
    </message>
    <message>
        <source>losses</source>
        <translation>손실들</translation>
    </message>
    <message>
        <source>lr decay</source>
        <translation>학습률 감쇠</translation>
    </message>
    <message>
        <source>max step</source>
        <translation>최대 걸음</translation>
    </message>
    <message>
        <source>max(0, u): the derivative at u = 0 is taken as 0.</source>
        <translation>max(0, u): u = 0에서 도함수를 0으로 칩니다.</translation>
    </message>
    <message>
        <source>max(a, b): where a = b, the derivative is that of a.</source>
        <translation>max(a, b): a = b인 곳의 도함수는 a의 것입니다.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>mean of the input</source>
        <translation>입력의 평균</translation>
    </message>
    <message>
        <source>min(a, b): where a = b, the derivative is that of a.</source>
        <translation>min(a, b): a = b인 곳의 도함수는 a의 것입니다.</translation>
    </message>
    <message>
        <source>min-max</source>
        <translation>최소–최대</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>모드</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>momentum decay</source>
        <translation>모멘텀 감쇠</translation>
    </message>
    <message>
        <source>momentum product</source>
        <translation>모멘텀 곱</translation>
    </message>
    <message>
        <source>moves</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>mse</source>
        <translation>제곱 오차(MSE)</translation>
    </message>
    <message>
        <source>mu</source>
        <translation>mu</translation>
    </message>
    <message>
        <source>multiplier</source>
        <translation>배수</translation>
    </message>
    <message>
        <source>nesterov</source>
        <translation>네스테로프</translation>
    </message>
    <message>
        <source>newton-schulz</source>
        <translation>Newton–Schulz</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>디스크에 남은 공간이 없습니다</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>noise ball</source>
        <translation>잡음 공</translation>
    </message>
    <message>
        <source>non-finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>ns steps</source>
        <translation>NS 횟수</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>nu1</source>
        <translation>nu1</translation>
    </message>
    <message>
        <source>nu2</source>
        <translation>nu2</translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>분자</translation>
    </message>
    <message>
        <source>one argument</source>
        <translation>인수 1개</translation>
    </message>
    <message>
        <source>optax</source>
        <translation>Optax</translation>
    </message>
    <message>
        <source>options should be a table of named numbers.</source>
        <translation>options는 이름 붙은 수의 표여야 합니다.</translation>
    </message>
    <message>
        <source>orthogonalization</source>
        <translation>직교화</translation>
    </message>
    <message>
        <source>oscillating</source>
        <translation>진동</translation>
    </message>
    <message>
        <source>others</source>
        <translation>나머지</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>바깥</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>겹침</translation>
    </message>
    <message>
        <source>overshoot</source>
        <translation>지나침</translation>
    </message>
    <message>
        <source>own</source>
        <translation>고유 몫</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>쌍</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>참는 횟수</translation>
    </message>
    <message>
        <source>pct start</source>
        <translation>상승 비율</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>벌점</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>권한이 없습니다</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>위상</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>고원</translation>
    </message>
    <message>
        <source>points should be a list of samples, each a list of numbers.</source>
        <translation>points는 표본의 목록이어야 하고, 표본은 수의 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>polak-ribiere-plus</source>
        <translation>Polak–Ribière+</translation>
    </message>
    <message>
        <source>polyak</source>
        <translation>Polyak</translation>
    </message>
    <message>
        <source>population</source>
        <translation>개체 수</translation>
    </message>
    <message>
        <source>power</source>
        <translation>거듭제곱</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>앞의 것</translation>
    </message>
    <message>
        <source>previous gradient</source>
        <translation>이전 기울기</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>되돌려 넣기</translation>
    </message>
    <message>
        <source>pytorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>r: how much less the steps of a warm-up count in the average.</source>
        <translation>r: 워밍업의 걸음을 평균에서 얼마나 적게 세는지입니다.</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>반지름</translation>
    </message>
    <message>
        <source>rate factor</source>
        <translation>학습률 배수</translation>
    </message>
    <message>
        <source>rate placement</source>
        <translation>학습률의 자리</translation>
    </message>
    <message>
        <source>records</source>
        <translation>기록 대상</translation>
    </message>
    <message>
        <source>reduction</source>
        <translation>감소 배율</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>기준 배치</translation>
    </message>
    <message>
        <source>refresh</source>
        <translation>갱신 주기</translation>
    </message>
    <message>
        <source>rel</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>reset state</source>
        <translation>상태 초기화</translation>
    </message>
    <message>
        <source>rho</source>
        <translation>rho</translation>
    </message>
    <message>
        <source>robust</source>
        <translation>강건</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>saddles</source>
        <translation>안장점 탈출</translation>
    </message>
    <message>
        <source>safeguard warmup</source>
        <translation>워밍업 보호</translation>
    </message>
    <message>
        <source>sample {0}</source>
        <translation>표본 {0}</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>second</source>
        <translation>둘째</translation>
    </message>
    <message>
        <source>second moment</source>
        <translation>2차 모멘트</translation>
    </message>
    <message>
        <source>second order</source>
        <translation>2차 방법</translation>
    </message>
    <message>
        <source>shampoo beta</source>
        <translation>shampoo beta</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>share of the points in the right group</source>
        <translation>오른쪽 무리에 든 점의 비율</translation>
    </message>
    <message>
        <source>share of wrong labels</source>
        <translation>틀린 레이블의 비율</translation>
    </message>
    <message>
        <source>short</source>
        <translation>짧은 쪽</translation>
    </message>
    <message>
        <source>shrink</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>sigma</source>
        <translation>sigma</translation>
    </message>
    <message>
        <source>sigma path</source>
        <translation>시그마 경로</translation>
    </message>
    <message>
        <source>sign(u): the value and the derivative at u = 0 are 0.</source>
        <translation>sign(u): u = 0에서 값과 도함수는 0입니다.</translation>
    </message>
    <message>
        <source>simplex</source>
        <translation>심플렉스</translation>
    </message>
    <message>
        <source>since push</source>
        <translation>민 뒤</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>slope along x</source>
        <translation>x 방향 기울기</translation>
    </message>
    <message>
        <source>slope along y</source>
        <translation>y 방향 기울기</translation>
    </message>
    <message>
        <source>slope along y; along x it is 1</source>
        <translation>y 방향 기울기(x 방향은 1)</translation>
    </message>
    <message>
        <source>slope of the true line</source>
        <translation>참 직선의 기울기</translation>
    </message>
    <message>
        <source>slope that makes one well deeper</source>
        <translation>한 우물을 더 깊게 하는 기울기</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>느린 점</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>smallest area in m²</source>
        <translation>가장 작은 넓이(m²)</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>퍼짐</translation>
    </message>
    <message>
        <source>spread of what is the second feature&apos;s own</source>
        <translation>둘째 특성만의 퍼짐</translation>
    </message>
    <message>
        <source>square average</source>
        <translation>제곱 평균</translation>
    </message>
    <message>
        <source>square-root</source>
        <translation>제곱근</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>안정</translation>
    </message>
    <message>
        <source>stall</source>
        <translation>정체</translation>
    </message>
    <message>
        <source>standard deviation of the input</source>
        <translation>입력의 표준편차</translation>
    </message>
    <message>
        <source>standard deviation of the noise in the target</source>
        <translation>목푯값 잡음의 표준편차</translation>
    </message>
    <message>
        <source>standard deviation of the second feature</source>
        <translation>둘째 특성의 표준편차</translation>
    </message>
    <message>
        <source>standard deviation within a group</source>
        <translation>무리 안의 표준편차</translation>
    </message>
    <message>
        <source>standardize</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>통계량</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>머물기</translation>
    </message>
    <message>
        <source>step size</source>
        <translation>걸음 크기</translation>
    </message>
    <message>
        <source>step size max</source>
        <translation>최대 걸음 크기</translation>
    </message>
    <message>
        <source>step size min</source>
        <translation>최소 걸음 크기</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>걸음 수</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>난수 흐름</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>세기</translation>
    </message>
    <message>
        <source>strong-wolfe</source>
        <translation>강한 Wolfe</translation>
    </message>
    <message>
        <source>sum of squares</source>
        <translation>제곱합</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>놀라움</translation>
    </message>
    <message>
        <source>swa</source>
        <translation>SWA</translation>
    </message>
    <message>
        <source>swing</source>
        <translation>되돌기</translation>
    </message>
    <message>
        <source>tau</source>
        <translation>tau</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>온도</translation>
    </message>
    <message>
        <source>the derivatives are worked out for you</source>
        <translation>도함수는 알아서 구합니다</translation>
    </message>
    <message>
        <source>the lowest point of its way</source>
        <translation>가던 길에서 가장 낮은 곳</translation>
    </message>
    <message>
        <source>the minimum {place}</source>
        <translation>극소점 {place}</translation>
    </message>
    <message>
        <source>the saddle {place}</source>
        <translation>안장점 {place}</translation>
    </message>
    <message>
        <source>the true inner weight</source>
        <translation>참 안쪽 가중치</translation>
    </message>
    <message>
        <source>the true outer weight</source>
        <translation>참 바깥쪽 가중치</translation>
    </message>
    <message>
        <source>then</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>third</source>
        <translation>셋째</translation>
    </message>
    <message>
        <source>three phase</source>
        <translation>세 단계</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>문턱값</translation>
    </message>
    <message>
        <source>threshold mode</source>
        <translation>문턱 방식</translation>
    </message>
    <message>
        <source>trapped</source>
        <translation>갇힘</translation>
    </message>
    <message>
        <source>triangular</source>
        <translation>삼각형</translation>
    </message>
    <message>
        <source>triangular2</source>
        <translation>절반씩 삼각형</translation>
    </message>
    <message>
        <source>true frequency</source>
        <translation>참 진동수</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>참 또는 거짓</translation>
    </message>
    <message>
        <source>true phase</source>
        <translation>참 위상</translation>
    </message>
    <message>
        <source>up</source>
        <translation>오름</translation>
    </message>
    <message>
        <source>update average</source>
        <translation>갱신 평균</translation>
    </message>
    <message>
        <source>update interval</source>
        <translation>갱신 간격</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>use round brackets ( )</source>
        <translation>둥근 괄호 ( )를 쓰세요</translation>
    </message>
    <message>
        <source>value</source>
        <translation>성분마다</translation>
    </message>
    <message>
        <source>value evaluations</source>
        <translation>값 평가</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>기다림</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>weight lr power</source>
        <translation>가중 지수</translation>
    </message>
    <message>
        <source>weight sum</source>
        <translation>가중치 합</translation>
    </message>
    <message>
        <source>when</source>
        <translation>전환 기준</translation>
    </message>
    <message>
        <source>where(x &lt; 0, -x, x^2)</source>
        <translation>where(x &lt; 0, -x, x^2)</translation>
    </message>
    <message>
        <source>where(…): exactly at the switch, value and derivative are those of the side that includes equality.</source>
        <translation>where(…): 바뀌는 바로 그곳의 값과 도함수는 등호가 있는 쪽의 것입니다.</translation>
    </message>
    <message>
        <source>write * for a product</source>
        <translation>곱은 *로 쓰세요</translation>
    </message>
    <message>
        <source>write a share as a number, such as 0.05; the remainder of a division is not known here</source>
        <translation>비율은 0.05처럼 수로 쓰세요. 나눗셈의 나머지는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>write one where(…) inside another</source>
        <translation>where(…) 안에 where(…)를 쓰세요</translation>
    </message>
    <message>
        <source>write only the right-hand side, or f(x, y) = in front of it</source>
        <translation>오른쪽 변만 쓰거나, 그 앞에 f(x, y) =를 쓰세요</translation>
    </message>
    <message>
        <source>write the product out, factor by factor</source>
        <translation>곱을 인수마다 풀어서 쓰세요</translation>
    </message>
    <message>
        <source>write the sum out, term by term</source>
        <translation>합을 항마다 풀어서 쓰세요</translation>
    </message>
    <message>
        <source>write {0}^{1} for a power</source>
        <translation>거듭제곱은 {0}^{1}로 쓰세요</translation>
    </message>
    <message>
        <source>w·1 + b should be 100: a whole valley of answers, and where a run ends depends on where it began.</source>
        <translation>w·1 + b가 100이어야 합니다. 골짜기 전체가 답이고, 어디서 끝날지는 시작한 곳에 달려 있습니다.</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>x and y</source>
        <translation>x와 y</translation>
    </message>
    <message>
        <source>{0} arguments</source>
        <translation>인수 {0}개</translation>
    </message>
    <message>
        <source>{0} can hold {1}, not {2}.</source>
        <translation>{0}에는 {1}만 쓸 수 있습니다. {2}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{0} columns</source>
        <translation>열 {0}개</translation>
    </message>
    <message>
        <source>{0} has no hyperparameter {1}; it has: {2}.</source>
        <translation>{0}에는 하이퍼파라미터 {1}이(가) 없습니다. 있는 것: {2}.</translation>
    </message>
    <message>
        <source>{0} has no value: every point of a height map needs a number.</source>
        <translation>{0}에 값이 없습니다. 높이 지도의 모든 점에는 수가 있어야 합니다.</translation>
    </message>
    <message>
        <source>{0} has {1} entries; at most {2} are allowed.</source>
        <translation>{0}의 항목이 {1}개입니다. 최대 {2}개까지 됩니다.</translation>
    </message>
    <message>
        <source>{0} has {1}; it can have {2}.</source>
        <translation>{0}에 {1}이(가) 있습니다. 쓸 수 있는 것: {2}.</translation>
    </message>
    <message>
        <source>{0} is a whole number from {1} up, not {2}.</source>
        <translation>{0}은(는) {1} 이상의 정수입니다. {2}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{0} is longer than {1} letters.</source>
        <translation>{0}은(는) {1}자보다 깁니다.</translation>
    </message>
    <message>
        <source>{0} is no condition; write one like &apos;loss &lt; -0.1&apos; or &apos;x &gt; 2&apos;.</source>
        <translation>{0}은(는) 조건이 아닙니다. &apos;loss &lt; -0.1&apos;이나 &apos;x &gt; 2&apos;처럼 쓰세요.</translation>
    </message>
    <message>
        <source>{0} is not a finite number.</source>
        <translation>{0}이(가) 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>{0} is not a text file.</source>
        <translation>{0}은(는) 텍스트 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{0} is not known here.</source>
        <translation>{0}은(는) 여기에 없는 이름입니다.</translation>
    </message>
    <message>
        <source>{0} is not known here; the fields are {1}.</source>
        <translation>{0}은(는) 여기에 없는 이름입니다. 있는 항목: {1}.</translation>
    </message>
    <message>
        <source>{0} is one of {1}, not {2}.</source>
        <translation>{0}은(는) {1} 중 하나여야 합니다. {2}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{0} is too large to be one of our files ({1} MB at most).</source>
        <translation>{0}은(는) 너무 커서 이 프로그램의 파일일 수 없습니다(최대 {1} MB).</translation>
    </message>
    <message>
        <source>{0} is true or false, not {1}.</source>
        <translation>{0}은(는) 참 또는 거짓입니다. {1}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{0} is {1}; it can be {2}, learning-rate and an axis, or state and a column.</source>
        <translation>{0}이(가) {1}입니다. {2}, learning-rate와 축, 또는 state와 열을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{0} is {1}; it can be {2}.</source>
        <translation>{0}이(가) {1}입니다. 쓸 수 있는 것: {2}.</translation>
    </message>
    <message>
        <source>{0} is “{1}”, which is not a finite number.</source>
        <translation>{0}의 값 “{1}”은(는) 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>{0} must be a finite number, not {1}.</source>
        <translation>{0}은(는) 유한한 수여야 합니다. {1}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{0} must be a whole number, not {1}.</source>
        <translation>{0}은(는) 정수여야 합니다. {1}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{0} must be at least {1}, not {2}.</source>
        <translation>{0}은(는) {1} 이상이어야 합니다. {2}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{0} must be below {1}, not {2}.</source>
        <translation>{0}은(는) {1}보다 작아야 합니다. {2}은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>행 {0}개</translation>
    </message>
    <message>
        <source>{0} should be a finite number.</source>
        <translation>{0}은(는) 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be a list of texts.</source>
        <translation>{0}은(는) 텍스트의 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be a list of {1} numbers.</source>
        <translation>{0}은(는) 수 {1}개의 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be a list.</source>
        <translation>{0}은(는) 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be a number.</source>
        <translation>{0}은(는) 수여야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be a table of named values.</source>
        <translation>{0}은(는) 이름 붙은 값의 표여야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be a text.</source>
        <translation>{0}은(는) 텍스트여야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be a whole number from 0 up.</source>
        <translation>{0}은(는) 0 이상의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be a whole number from {1} to {2}.</source>
        <translation>{0}은(는) {1}에서 {2} 사이의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be numbers written in base64.</source>
        <translation>{0}은(는) base64로 쓴 수여야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be true or false.</source>
        <translation>{0}은(는) 참 또는 거짓이어야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be two different whole numbers from 0 to {1}.</source>
        <translation>{0}은(는) 0에서 {1} 사이의 서로 다른 두 정수여야 합니다.</translation>
    </message>
    <message>
        <source>{0} should be {1}.</source>
        <translation>{0}은(는) {1}이어야 합니다.</translation>
    </message>
    <message>
        <source>{0} should hold {1} × {2} numbers.</source>
        <translation>{0}에는 수가 {1} × {2}개 있어야 합니다.</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>값 {0}개</translation>
    </message>
    <message>
        <source>{0} {1} not known here; the names are {2}.</source>
        <translation>{0}: 여기에 없는 이름입니다. 있는 이름: {2}.</translation>
    </message>
    <message>
        <source>{0}.of: a run cannot branch off itself, nor off its own branches.</source>
        <translation>{0}.of: 실행은 자신이나 자신의 분기에서 갈라질 수 없습니다.</translation>
    </message>
    <message>
        <source>{0}: a branch of a branch goes {1} levels deep at most.</source>
        <translation>{0}: 분기의 분기는 {1}단계까지만 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>{0}: a row has when or event, not both.</source>
        <translation>{0}: 한 줄에는 when과 event 가운데 하나만 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>{0}: nothing is expected; give when, event, values or status.</source>
        <translation>{0}: 기대하는 것이 없습니다. when, event, values, status 가운데 하나를 적어 주세요.</translation>
    </message>
    <message>
        <source>{0}: the run has another bookmark there.</source>
        <translation>{0}: 실행의 그 자리에 다른 책갈피가 있습니다.</translation>
    </message>
    <message>
        <source>{0}: two runs are called {1}.</source>
        <translation>{0}: 이름이 {1}인 실행이 둘입니다.</translation>
    </message>
    <message>
        <source>{steep} has had larger gradients, so its step is braked {ratio} times as hard as that of {flat} (divided by {divisor}, the other by {other}).</source>
        <translation>{steep}축의 기울기가 더 컸으므로 그쪽 걸음을 {flat}축보다 {ratio}배 세게 줄입니다(각각 {divisor}, {other}(으)로 나눕니다).</translation>
    </message>
    <message>
        <source>{steep} is {ratio} times steeper than {flat} here, so {share} % of the step goes along {steep}.</source>
        <translation>여기서 {steep} 방향은 {flat} 방향보다 {ratio}배 가파르므로 걸음의 {share}%가 {steep} 방향으로 갑니다.</translation>
    </message>
    <message>
        <source>|u|: the derivative at u = 0 is taken as 0.</source>
        <translation>|u|: u = 0에서 도함수를 0으로 칩니다.</translation>
    </message>
    <message>
        <source>α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Φ Phi Ψ Psi Ω Omega</source>
        <translation>α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Φ Phi Ψ Psi Ω Omega</translation>
    </message>
    <message>
        <source>ε beside the corrected root (PyTorch) or the uncorrected one (the book).</source>
        <translation>ε을 보정한 제곱근 옆에(PyTorch) 또는 보정하지 않은 제곱근 옆에(책) 둡니다.</translation>
    </message>
    <message>
        <source>η beside the memory (PyTorch) or inside it (the papers).</source>
        <translation>η를 기억 옆에(PyTorch) 또는 기억 안에(논문) 둡니다.</translation>
    </message>
    <message>
        <source>λ: how strong the pull is.</source>
        <translation>λ: 당기는 세기입니다.</translation>
    </message>
    <message>
        <source>σ of the first generation; afterwards it adapts and no schedule changes it.</source>
        <translation>첫 세대의 σ입니다. 그 뒤에는 스스로 맞춰지며 스케줄로 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>“where” first takes a comparison by &lt;, &gt;, &lt;= or &gt;=, as in where(x &lt; 0, -x, x^2).</source>
        <translation>“where”의 첫 인수는 where(x &lt; 0, -x, x^2)처럼 &lt;, &gt;, &lt;=, &gt;=로 된 비교입니다.</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a file on every system.</source>
        <translation>“{0}”은(는) 모든 시스템에서 쓸 수 있는 파일 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>“{0}” cannot stand here; a sign or a bracket is missing before it.</source>
        <translation>“{0}”은(는) 여기에 올 수 없습니다. 그 앞에 기호나 괄호가 빠졌습니다.</translation>
    </message>
    <message>
        <source>“{0}” is a coordinate here; type the loss as a formula in {1}.</source>
        <translation>“{0}”은(는) 여기서 좌표입니다. 손실을 {1}의 수식으로 입력하세요.</translation>
    </message>
    <message>
        <source>“{0}” is a function; write {1}(…{2}).</source>
        <translation>“{0}”은(는) 함수입니다. {1}(…{2})처럼 쓰세요.</translation>
    </message>
    <message>
        <source>“{0}” is no function here; for a product write {1}*(…).</source>
        <translation>“{0}”은(는) 여기서 함수가 아닙니다. 곱은 {1}*(…)로 쓰세요.</translation>
    </message>
    <message>
        <source>“{0}” is read as one name; write {1}.</source>
        <translation>“{0}”은(는) 이름 하나로 읽힙니다. {1}처럼 쓰세요.</translation>
    </message>
    <message>
        <source>“{0}” takes at least {1} arguments, as in {2}, not {3}.</source>
        <translation>“{0}”의 인수는 {2}처럼 {1}개 이상이어야 합니다. {3}개는 안 됩니다.</translation>
    </message>
    <message>
        <source>“{0}” takes one argument, as in {1}, not {2}.</source>
        <translation>“{0}”의 인수는 {1}처럼 1개여야 합니다. {2}개는 안 됩니다.</translation>
    </message>
    <message>
        <source>“{0}” takes {1} arguments, as in {2}, not {3}.</source>
        <translation>“{0}”의 인수는 {2}처럼 {1}개여야 합니다. {3}개는 안 됩니다.</translation>
    </message>
    <message>
        <source>“{0}” was typed in Hangul mode; switch to English letters{1}.</source>
        <translation>“{0}”은(는) 한글 모드로 입력되었습니다. 영문으로 바꾸세요{1}.</translation>
    </message>
    <message>
        <source>“{0}” {1}.</source>
        <translation>“{0}”: {1}.</translation>
    </message>
    <message>
        <source>√h + ε (PyTorch) or √(h + ε) (Optax).</source>
        <translation>√h + ε(PyTorch) 또는 √(h + ε)(Optax)입니다.</translation>
    </message>
    <message>
        <source>√v + ε (PyTorch) or √(v + ε) (Optax).</source>
        <translation>√v + ε(PyTorch) 또는 √(v + ε)(Optax)입니다.</translation>
    </message>
</context>
<context>
    <name>data rows</name>
    <message>
        <source>Samples of my own</source>
        <translation>내가 만든 표본</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>표본 수</translation>
    </message>
    <message>
        <source>How many samples are made.</source>
        <translation>만들 표본의 개수입니다.</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>outliers</source>
        <translation>이상치</translation>
    </message>
    <message>
        <source>Share of the samples thrown far off (or labelled wrongly).</source>
        <translation>멀리 던져지는(또는 레이블이 틀린) 표본의 비율입니다.</translation>
    </message>
    <message>
        <source>Another number makes other samples.</source>
        <translation>수를 바꾸면 다른 표본이 만들어집니다.</translation>
    </message>
    <message>
        <source>Standardize: mean 0 and deviation 1 for every input. Min-max: from 0 to 1.</source>
        <translation>standardize: 입력마다 평균 0, 표준편차 1로 맞춥니다. min-max: 0에서 1까지로 맞춥니다.</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>스케일링</translation>
    </message>
    <message>
        <source>The squared error of a sigmoid has flat ground; cross-entropy has none.</source>
        <translation>시그모이드의 제곱 오차에는 평평한 곳이 있고, 교차 엔트로피에는 없습니다.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Adds l1·(|w₁| + |w₂|): kinks that hold weights at 0.</source>
        <translation>l1·(|w₁| + |w₂|)를 더합니다. 꺾인 곳이 가중치를 0에 붙잡아 둡니다.</translation>
    </message>
    <message>
        <source>Adds l2/2·(w₁² + w₂²): a round bowl that lifts flat directions.</source>
        <translation>l2/2·(w₁² + w₂²)를 더합니다. 둥근 그릇이 평평한 방향을 들어 올립니다.</translation>
    </message>
    <message>
        <source>Normalises the input with the mean and variance of the drawn samples.</source>
        <translation>뽑힌 표본의 평균과 분산으로 입력을 정규화합니다.</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>How many samples are in the bag.</source>
        <translation>주머니에 든 표본의 개수입니다.</translation>
    </message>
    <message>
        <source>tilt</source>
        <translation>기울임</translation>
    </message>
    <message>
        <source>Standard deviation of the slopes that the samples add.</source>
        <translation>표본이 더하는 기울기의 표준편차입니다.</translation>
    </message>
    <message>
        <source>Another number tilts the samples otherwise.</source>
        <translation>수를 바꾸면 표본이 다르게 기울어집니다.</translation>
    </message>
    <message>
        <source>Another number makes other draws in every run: batches, and those of optimizers that draw.</source>
        <translation>다른 수를 넣으면 모든 실행의 배치와, 무작위로 뽑는 옵티마이저의 뽑기가 달라집니다.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
</context>
<context>
    <name>figure</name>
    <message>
        <source>no {name}</source>
        <translation>{name} 끔</translation>
    </message>
    <message>
        <source>iteration {now} / {last}</source>
        <translation>{now} / {last}번째 반복</translation>
    </message>
    <message>
        <source>{count} iteration</source>
        <translation>{count}번째 반복</translation>
    </message>
    <message>
        <source>{count} evaluations</source>
        <translation>평가 {count}회</translation>
    </message>
    <message>
        <source>{count} epochs</source>
        <translation>{count}에폭</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
</context>
<context>
    <name>known_points</name>
    <message>
        <source>declared</source>
        <translation>알려짐</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>found by {count} runs</source>
        <translation>실행 {count}개가 찾음</translation>
    </message>
    <message>
        <source>found by {runs}</source>
        <translation>{runs} 실행이 찾음</translation>
    </message>
    <message>
        <source>at ({place})</source>
        <translation>({place})</translation>
    </message>
    <message>
        <source>at ({place}), off the plane shown</source>
        <translation>({place}), 보이는 평면 밖</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>Minimum at ({x}, {y}), loss {value}</source>
        <translation>극소점 ({x}, {y}), 손실 {value}</translation>
    </message>
    <message>
        <source>Saddle at ({x}, {y}), loss {value}</source>
        <translation>안장점 ({x}, {y}), 손실 {value}</translation>
    </message>
    <message>
        <source>Maximum at ({x}, {y}), loss {value}</source>
        <translation>극대점 ({x}, {y}), 손실 {value}</translation>
    </message>
    <message>
        <source>Flat point at ({x}, {y}), loss {value}</source>
        <translation>평평한 점 ({x}, {y}), 손실 {value}</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>Type a number.</source>
        <translation>수를 입력하세요.</translation>
    </message>
    <message>
        <source>Write the decimal point as a point, like 0.05.</source>
        <translation>소수점은 0.05처럼 점으로 쓰세요.</translation>
    </message>
    <message>
        <source>It must be a finite number.</source>
        <translation>유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>수가 너무 큽니다.</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”: 수가 아닙니다.</translation>
    </message>
    <message>
        <source>The number below the line must not be zero.</source>
        <translation>분모는 0일 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>overlays</name>
    <message>
        <source>−∇f, downhill</source>
        <translation>−∇f, 내리막</translation>
    </message>
    <message>
        <source>−H⁻¹∇f, Newton&apos;s step</source>
        <translation>−H⁻¹∇f, 뉴턴의 걸음</translation>
    </message>
    <message>
        <source>saddle-like: λ of both signs</source>
        <translation>안장 모양: λ의 부호가 둘 다 있음</translation>
    </message>
    <message>
        <source>dome-like: both λ below 0</source>
        <translation>돔 모양: 두 λ 모두 0보다 작음</translation>
    </message>
    <message>
        <source>condition number, here {low} to {high}</source>
        <translation>조건수, 여기서는 {low} ~ {high}</translation>
    </message>
    <message>
        <source>condition number, everywhere {low}</source>
        <translation>조건수, 어디서나 {low}</translation>
    </message>
</context>
<context>
    <name>plotting</name>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>As the playhead counts</source>
        <translation>재생 위치를 세는 대로</translation>
    </message>
    <message>
        <source>Wall time, waiting left out</source>
        <translation>소요 시간(대기 제외)</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>평가 횟수</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>How long this machine has computed a run&apos;s own steps.</source>
        <translation>이 컴퓨터가 실행 자체의 걸음을 계산하는 데 쓴 시간입니다.</translation>
    </message>
    <message>
        <source>The full loss and gradient recorded with each step are in it, also where steps see batches.</source>
        <translation>걸음마다 기록하는 전체 손실과 기울기도 들어 있습니다. 걸음이 배치만 볼 때도 그렇습니다.</translation>
    </message>
    <message>
        <source>Waiting for the window and for other programs is left out.</source>
        <translation>창이나 다른 프로그램을 기다린 시간은 뺍니다.</translation>
    </message>
    <message>
        <source>It tells of this program as much as of the rule, is not saved, and differs each time.</source>
        <translation>규칙만큼이나 이 프로그램에 달린 값이며, 저장되지 않고 계산할 때마다 다릅니다.</translation>
    </message>
    <message>
        <source>Waiting for the window and for other programs in between is in it too.</source>
        <translation>그 사이 창이나 다른 프로그램을 기다린 시간도 들어 있습니다.</translation>
    </message>
    <message>
        <source>Mean of {rows} steps</source>
        <translation>{rows}걸음의 평균</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>기울기 크기</translation>
    </message>
    <message>
        <source>Distance to a minimum</source>
        <translation>극소점까지의 거리</translation>
    </message>
    <message>
        <source>Distance to the lowest</source>
        <translation>최저점까지의 거리</translation>
    </message>
    <message>
        <source>Length of the step</source>
        <translation>걸음의 길이</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Error along e₁ (flat)</source>
        <translation>e₁ 방향 오차(완만)</translation>
    </message>
    <message>
        <source>Error along {steep} (steep)</source>
        <translation>{steep} 방향 오차(가파름)</translation>
    </message>
    <message>
        <source>Both errors as a map</source>
        <translation>두 오차를 평면에</translation>
    </message>
    <message>
        <source>Phase portrait, e₁ (flat)</source>
        <translation>위상 그림, e₁(완만)</translation>
    </message>
    <message>
        <source>Phase portrait, {steep} (steep)</source>
        <translation>위상 그림, {steep}(가파름)</translation>
    </message>
    <message>
        <source>Learning rate of {axis}</source>
        <translation>{axis}의 학습률</translation>
    </message>
    <message>
        <source>{quantity} above {value}</source>
        <translation>{quantity}, {value} 기준</translation>
    </message>
    <message>
        <source>best so far</source>
        <translation>지금까지의 최솟값</translation>
    </message>
    <message>
        <source>by {clock}</source>
        <translation>{clock}별</translation>
    </message>
    <message>
        <source>error, {axis}</source>
        <translation>오차, {axis}</translation>
    </message>
    <message>
        <source>velocity, {axis}</source>
        <translation>속도, {axis}</translation>
    </message>
    <message>
        <source>How long these runs took
was not measured.</source>
        <translation>이 실행들은 걸린 시간을
재지 않았습니다.</translation>
    </message>
    <message>
        <source>No run in sight keeps
such a state.</source>
        <translation>보이는 실행 가운데
이런 상태가 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>No run in sight has
a rate for this axis.</source>
        <translation>보이는 실행 가운데
이 축의 학습률이 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>No minimum is known
on this surface.</source>
        <translation>이 곡면에는
알려진 극소점이 없습니다.</translation>
    </message>
    <message>
        <source>No minimum with a Hessian
is known on this surface.</source>
        <translation>이 곡면에는 헤세 행렬이 있는
극소점이 알려져 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>presenting</name>
    <message>
        <source> + 1 sculpted feature</source>
        <translation> + 빚은 지형 1개</translation>
    </message>
    <message>
        <source> + {count} sculpted features</source>
        <translation> + 빚은 지형 {count}개</translation>
    </message>
    <message>
        <source>{minima} minima and {saddles} saddles; the lowest:</source>
        <translation>극소점 {minima}개와 안장점 {saddles}개, 가장 낮은 것들:</translation>
    </message>
    <message>
        <source>the bicubic spline through {columns} × {rows} heights</source>
        <translation>{columns} × {rows}개의 높이를 지나는 쌍삼차 스플라인</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>{count} samples.</source>
        <translation>표본 {count}개.</translation>
    </message>
    <message>
        <source>A single sample.</source>
        <translation>표본 하나.</translation>
    </message>
    <message>
        <source>{run}: {drawn} drawn, step {step} of {steps} in epoch {epoch}.</source>
        <translation>{run}: {drawn}개 뽑음, {epoch}번째 에폭의 {steps}걸음 중 {step}번째.</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>on its way</source>
        <translation>가는 중</translation>
    </message>
    <message>
        <source>converged</source>
        <translation>수렴</translation>
    </message>
    <message>
        <source>step limit</source>
        <translation>걸음 한도</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>trapped</source>
        <translation>갇힘</translation>
    </message>
    <message>
        <source>{status} at iteration {iteration}. {reason}</source>
        <translation>{iteration}번째 반복에서 {status}. {reason}</translation>
    </message>
    <message>
        <source>Trapped in a local minimum: loss {loss}, the lowest known is {best}.</source>
        <translation>지역 최솟값에 갇혔습니다. 손실 {loss}, 알려진 최솟값은 {best}입니다.</translation>
    </message>
    <message>
        <source>Trapped in a local minimum: loss {loss}, the lowest known is {best} ({found}).</source>
        <translation>지역 최솟값에 갇혔습니다. 손실 {loss}, 알려진 최솟값은 {best}입니다({found}).</translation>
    </message>
    <message>
        <source>Converged at iteration {iteration}, loss {loss}.</source>
        <translation>{iteration}번째 반복에서 수렴했습니다. 손실 {loss}.</translation>
    </message>
</context>
<context>
    <name>timelines</name>
    <message>
        <source>bookmark</source>
        <translation>책갈피</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>Bookmark at iteration {iteration}</source>
        <translation>{iteration}번째 반복의 책갈피</translation>
    </message>
    <message>
        <source>Branches off {run} at iteration {iteration}.</source>
        <translation>{iteration}번째 반복에서 {run}에서 갈라져 나옵니다.</translation>
    </message>
</context>
</TS>
