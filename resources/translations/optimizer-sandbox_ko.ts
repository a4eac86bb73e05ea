<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen &amp;last session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save surface to l&amp;ibrary…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import s&amp;urface…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;height map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export trajectories as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-&amp;D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeli&amp;ne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To &amp;start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten steps back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten steps forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To &amp;end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boo&amp;kmark this iteration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tune all learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch &amp;here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoundsController</name>
    <message>
        <source>Change bounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoundsField</name>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the surface that is shown first and whenever it is fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds that show what there is to see on this surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds as far as the map now reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must go from a smaller to a larger number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BranchLine</name>
    <message>
        <source>Click to go there. Its point on the map can be dragged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Branching</name>
    <message>
        <source>There is no run to branch yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branched {run} at {iteration}. Until something is changed on the new card, both go the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to nudge it; double click puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge branch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueController</name>
    <message>
        <source>The contours hold {names} at {value}, as in the lowest minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contours hold {names} as in the lowest minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change dimensions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Surfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of the name, the group or what a surface teaches (Ctrl+F).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a surface from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No surface has these words. Esc shows all again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a surface…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Type to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Samples from a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContourPanel</name>
    <message>
        <source>Contour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of every run: drag me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataController</name>
    <message>
        <source>This surface is not made of data. Choose a model that is fitted to samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the next sample that is clicked belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each sample tilts the surface, and the tilts cancel: small batches then make real noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a bag of samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the bag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the bag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two samples stay: with fewer there is nothing to fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples from a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bag of samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click adds a sample, dragging moves it, a right click takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the samples from the columns of a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away all samples but the first two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw from a bag of samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*{suffix});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export trajectories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and CSV tables ({patterns});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import height map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surfaces (*{suffix});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surfaces (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is already there. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Optimizer Sandbox {version}&lt;/h3&gt;&lt;p&gt;A laboratory for gradient-based optimization: step forward, step back, and see why each step went where it went.&lt;/p&gt;&lt;p&gt;MIT licence.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step back or forward (also Page Up and Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first and last iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together, side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch the run whose card has the keyboard, else the chosen one, where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and drag a run&apos;s marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch it there and nudge it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag a branch&apos;s ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nudge it; double click puts it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click or drag on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put the start there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle button, or Space and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click on a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset the number to its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DimensionsRow</name>
    <message>
        <source>Dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many parameters the loss has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter shown to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter shown upwards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset hyperparameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the Optimizer Sandbox, not yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsTable</name>
    <message>
        <source>What happened in every run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet that has a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainController</name>
    <message>
        <source>Add a run, and its steps are explained here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Step {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ shows the next line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run that is explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ shows one line of the step after the other, then takes the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeatureModel</name>
    <message>
        <source>Kind of feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x of its centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y of its centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height: how far it raises or lowers the ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width: half of it, along its own first axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length: half of it, along its own second axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle: how far it is turned, in degrees counter-clockwise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeaturePalette</name>
    <message>
        <source>Click, then click on the map to put one; a double click puts it in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>There is no last session yet: it is kept when the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaController</name>
    <message>
        <source>Type formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit as formula</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaField</name>
    <message>
        <source>Type a formula in x and y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions and examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions, constants and examples to click on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaHelp</name>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables, signs and constants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any other name becomes a parameter with a slider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaPage</name>
    <message>
        <source>too long to be written out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The derivative jumps where {where} = 0. {convention}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value jumps where {where} = 0. {convention}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And so in {count} more places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit as formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes it a formula of your own, with the same parameters and bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas typed lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivatives as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivatives as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeightImporter</name>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read height map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{columns} × {rows} heights from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import height map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import height map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn over: high becomes low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian blur: how far, in points of the map. 0 leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger maps are averaged down to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>Read library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save surface to your library as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{name}” to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “{name}” from your library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is in your library now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My surface</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>It must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be greater than {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be less than {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be at least {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Undo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has been kept: File ▸ Reopen last session.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>No sessions yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;ep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tra&amp;ils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le&amp;vels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamePopup</name>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>A note: what is to be seen here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note of the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaceBox</name>
    <message>
        <source>Same iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run has taken as many steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run has asked as much of the surface: gradients and values count as one each, a Hessian as one for each parameter, a batch of B of N samples as B/N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run has gone through the data as often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the chosen run moves, the others wait. Click another name in the timeline to move that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the runs go along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What all runs share at a moment: it decides who is ahead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>Reset to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends of the slider…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default {value} (double click the name to reset)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotCommands</name>
    <message>
        <source>Export plo&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this plot to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Along the Hessian&apos;s eigen&amp;vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;State of the optimizers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export this plot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logarithmic upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic a&amp;cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Best so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsModel</name>
    <message>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a kink the loss has no gradient; a flat point&apos;s curvature does not decide what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller eigenvalue of the Hessian: curvature where the loss bends least, or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger eigenvalue of the Hessian: curvature where the loss bends most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction in which a saddle is left, downhill, in degrees against the x axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction from which a saddle is approached, in degrees against the x axis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsTable</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected points, or all of them, with every digit (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No critical points within the bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In more than two dimensions only known points are listed; none is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points}; searching for more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {points} of more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known points only: {points}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} saddles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} maxima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 flat point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} flat points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>One run diverged: its learning rate does not suit this surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs diverged: their learning rates do not suit this surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tune learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs have ended; there is nothing further to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run goes to iteration {most} at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangePopup</name>
    <message>
        <source>Slider from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatePreview</name>
    <message>
        <source>The learning rate from iteration 0 to {last}: between {low} and {high}, drawn {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithmically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linearly</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>x {x}  y {y}   loss {loss}   ∇f ({gx}, {gy})  |∇f| {norm}   λ {low}, {high}  κ {kappa}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable below 2/λ₂ = {rate}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliefView</name>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom, double click to reset. Keys: Ctrl and arrows turn, + and − zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finite loss in view: there is nothing to stand on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Colour, marker and dash of this run. Click to choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s name, in the legend, the table and the CSV. Click to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch, duplicate, move or remove this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all hyperparameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tune the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset hyperparameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Add a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a run with another optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet. Add one to see it descend.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleImporter</name>
    <message>
        <source>Read samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {rows} rows, {columns} columns.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplePlot</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: add a sample. Drag: move it. Right click: take it away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioPanel</name>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one from the Scenarios menu: it sets everything up and says what to watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SculptController</name>
    <message>
        <source>Flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilted plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This formula…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widen {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengthen {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise or lower {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random terrain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SculptPage</name>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random terrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sculpted yet. Click a feature above, then the map; or make a random terrain below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base that is sculpted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resulting formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the formula with all its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SculptTool</name>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag to move; Alt and the wheel change its height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag to widen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag to lengthen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag to rotate, with Shift in steps of 15°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag up to raise the ground, down to lower it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{feature} {number}: {hint}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>No runs yet. Add one →</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateTable</name>
    <message>
        <source>State of every run at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StopsButton</name>
    <message>
        <source>Pause at every event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause at no event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause at events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose kinds of events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause at events ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SurfacePanel</name>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sculpt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where every run begins. Drag the cross on the plot, or type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TerrainMaker</name>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put random features on the base instead of those that are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed, and its terrain at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed always makes the same terrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many wells, each with a minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roughness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many and how high hills and ripples lie between the wells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Previous event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of events to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark this iteration of the chosen run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{run}: ended at {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}: computed to {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events: {count}. Last one: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}: click to choose this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let only this run move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline of all runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineController</name>
    <message>
        <source>There is no event after this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event before this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a bookmark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten steps back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten steps forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+→</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past the end computes more steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag through all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 evaluation/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} evaluations/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} epochs/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {last} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More steps are being computed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tuner</name>
    <message>
        <source>Tuning cancelled; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tune learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rates tuned: the lowest loss of {count} rates after {steps} steps from this start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As suits the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By quantile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet, as the theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downhill arrows, −∇f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton arrows, −H⁻¹∇f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the curvature is indefinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curvature at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope&apos;s own step, −η∇f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inertia and pull, tail to head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step and where it lands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points it tried, population, simplex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each axis is divided by, as squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of each axis, as an ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions of curvature, as long as they bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-order model: the plane and where it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second-order model and its bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 10 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 50 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marker every {rows} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of every run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StateModel</name>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of the step that starts here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient evaluations so far, in full passes over the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the optimizer remembers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>branches</name>
    <message>
        <source>from {run} at {iteration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {run} (removed) at {iteration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until there it goes the way of {run} as that was when it was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until there it goes the way of {run}, and follows what is changed on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no memory to carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with no memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with no memory where it is nudged to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with no memory: its parent has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with no memory: what its parent has does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries {kept}; {others} afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run it leaves ends at iteration {end}: it goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over what the parent&apos;s optimizer remembers, field by field where name and size agree; without, the optimizer begins as at a start. Schedules and batches go on in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iteration at which it leaves its parent; until then both are one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the position where it leaves its parent. Or drag its point on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carry state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nudge {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>(k+1)/length, PyTorch&apos;s line from `start`, or `start`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 / t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is a straight line; above, most of the fall comes early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Newton step maps x to −x³: from within ±1 it converges at once, from outside it is thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bag holds from 2 to {0} samples, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ball with inertia: steps that keep their direction add up, steps that alternate cancel. Calms the zigzag of a ravine and rolls through small dips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bar | of an absolute value is not closed yet; bars come in pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bowl needs curvatures 0 &lt; smallest ≤ largest, not {0} and {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bowl with ridges across the way: every ridge holds back what has too little momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A branch of a branch goes {0} levels deep at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bumpy funnel with a sharp tip: the tip draws from afar, but only to those who get over the bumps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cautious optimizer for a weight that is good already and a bold one for a new weight: the pretrained one stays near what it knows. What PyTorch calls parameter groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cloud of trial points that moves to its better half and stretches along the valley. Compares losses only, so it is indifferent to how the loss is scaled; each generation costs as many losses as it has points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma only stands between the arguments of a function, as in max(x, y).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A common factor on the learning rates of its parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison by {0} only stands once, first in where(x &lt; 0, …, …).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curved ravine: reaching its floor is easy, following it to the minimum is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A flat middle between steep walls: one learning rate does not fit both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A formula cannot begin with “{0}”; something is missing before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A formula has two parameters, x and y; more are for some surfaces of the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A height map cannot lie from {0} to {1} and from {2} to {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A height map has {0} to {1} points a side; this one has {2} × {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A height map is a surface over x and y and has no parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A height map is a table of numbers with rows and columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large group of points and a small one beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long trench with an even floor, steep across and flat along: h·exp(−u² − v⁴), downwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A loss lower by less than this share is no progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mixture of a plain gradient step and an averaged one: a long memory that still answers at once. Gradient descent, momentum and Nesterov are points on its two sliders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A momentum that grows to β₁ (PyTorch), or β₁ at once (Optax).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot contain {0}: it becomes the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has at most {0} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A needle in a plateau: outside its hole the gradient says nothing, and shallow dents around it catch what comes near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter cannot be called “{0}”; use another name of letters and digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plateau cut by thin trenches: the slope shows only beside a trench, and the deepest point is where two of them cross.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A published valley at 45 degrees with condition number 25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ramp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A random terrain has 1 to {0} wells, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rise without a corner: fast at first, 63 % after τ iterations, 95 % after three times as many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A round or oval hollow with a minimum: h·exp(−u² − v²), downwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A round or oval rise with a maximum: h·exp(−u² − v²).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session has {0} plots, this one has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session holds at most {0} bookmarks, this one has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session holds at most {0} bookmarks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session holds at most {0} runs, this one has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session holds at most {0} runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shallow well beside a deep one: noise can carry a run over the ridge between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign is missing between “{0}” and “{1}”; {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sine wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small dip on the slope traps plain descent, while momentum crosses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smooth cliff across the whole plane, from 0 up to h along u: h·(1 + tanh u)/2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A soft threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step&apos;s length where surprise equals slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight line from one factor to another; from 1 to 0 by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A surface has at most {0} features, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A surface made of data needs at least one sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A surface needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A surface needs either a name from the catalogue or a formula, and not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A surface takes at most {0} samples; these are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table: flat on top, where the gradient all but vanishes, and steep at its edge: h·exp(−(u² + v²)⁴).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A triangle that flips, stretches and shrinks its way downhill by comparing losses: no gradient at all. Robust in two parameters, lost in many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valley that leads into the wrong dip first: the better one lies behind a saddle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wall of slope 37: one gradient taken on it throws a run out of the valley, unless it is clipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wall with an even crest, to be crossed or walked around: h·exp(−u² − v⁴).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: how many steps the decay is held back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaBelief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaGrad that sees directions in place of axes: it brakes along whatever direction has been steep, and a turned valley is as easy as a straight one. Made for matrices; for a vector of parameters it is this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaMax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam along the directions in which gradients vary, in place of the axes: a valley that lies across them costs nothing extra. Made for matrices; here the basis is that of a single vector of parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that also shrinks every parameter by the same small share at each step. Its goal is then no longer the minimum of the surface but a point nearer to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that brakes by the largest recent gradient in place of the mean square: after a steep place it stays slow until that has faded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that divides by how much a gradient surprises: large steps where gradients are as expected, however large they are, small ones where they are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that looks ahead as Nesterov does: it also follows how the gradient changes from step to step, and so brakes before a slope turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that measures its own learning rate: it grows d until it matches the distance to the minimum. Leave η at 1. Takes about as many steps from a start ten thousand times further away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam whose brake is let go gently: v falls by a share of g², not by a share of itself, so that steps do not suddenly grow where gradients vanish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam whose brakes never open again: it converges where Adam can be led astray by rare large gradients, and is slower everywhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam whose momentum looks one step ahead, as Nesterov&apos;s does: it turns a little earlier, and is often the fastest of the family on smooth valleys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with a warm-up of its own: while it has seen too few gradients to know their size it does not divide by it. Those first steps are as long as the gradient is steep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with two more sliders that mix the present gradient into its averages: a longer memory that still answers at once. Adam, RMSProp and nearly NAdam are points on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s braking per axis at a constant rate, with the running average of the path in place of momentum and of a decaying rate. Gradients are taken ahead of the point that is shown, at y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the surprise at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds made-up noise to every gradient, less and less of it: a way off saddles and out of shallow dips. It is equal in all directions and knows nothing of any data: this is not SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After every fall the full learning rate comes back: a kick that may lead to another minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After so many steps the noise is gone; 0 never cools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along the lines x/2 + y = −47 and x − y = 47 the root has no slope; it counts as 0 there. On the border, (512, 404.2319) has the loss −959.6407.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along this step the slope&apos;s promise holds (to a tenth) for {distance}; the step is {length} long, {ratio} times that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An egg box: descent stops in the cell it starts in; nearly every minimum is a trap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input around 8 ties weight and bias into a narrow valley; batch normalisation frees them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invisible character ({0}) stands here; delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number draws otherwise; runs of one number draw the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas in square metres make a ravine of condition number 46 258; standardized, it is a round bowl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As for SGD, up to some four times larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the centre the Hessian is zero: curvature gives no direction and descent slows to 1/t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the kink of a sample its slope is taken as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the tip (0, 0) there is no gradient; it counts as 0 there. Close by it does not shrink, so a fixed step never settles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average of the iterates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BFGS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BFGS without its matrix, for many parameters: the last m steps say how the gradient changes. With two parameters it is BFGS in other clothes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barzilai–Borwein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Believes its quadratic model only within a radius, which grows when the model was right and shrinks when it was wrong. Bends from steepest descent to Newton as the radius grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bending ravine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bernstein et al. 2018; optax.sign_sgd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between “{0}” and “{1}” a number, a name or a bracket is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the end: stay there, or swing back as PyTorch&apos;s does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both axes have had gradients alike: their steps are divided by {divisor} and {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bowl with a dip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bowls and ravines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brakes by the largest average of squares so far (AMSGrad).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMA-ES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cliffs and kinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients that depend on the number of parameters; for two they are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition number 1, the easiest case there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conjugate gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not delete {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not make {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not read {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not rename {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not write {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crawls over a plateau {0}: the gradient is {1}, the loss changes by {2}{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy is convex: one minimum, reached from everywhere. Change the loss to MSE and look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curvature 48 at the start and 0.1 at the bottom: a learning rate that suits the end diverges at the beginning, unless it is warmed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyclic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damped Newton (Levenberg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data-driven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dauphin et al. 2014</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals are written with a point: {0} instead of {1},{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep folds with kinks between them, and the lowest point of all lies on the border: no slope leads to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defazio et al. 2024, algorithm 1; facebookresearch/schedule_free; optax.contrib.schedule_free_sgd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defazio et al. 2024; facebookresearch/schedule_free; optax.contrib.schedule_free_adamw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descent crawls past the saddle, adaptive methods hardly notice it, Newton walks into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverges: at iteration {0} it is {1} diagonals of the plot away, at a loss of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide out that both averages start at zero (Optax); off in the authors&apos; code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide out that both averages start at zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide out that the average of gradients starts at zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide out that the averages have only begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides by the gradient&apos;s spread, not its size; wants ε of 1e-3 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides each axis by its curvature and never moves further than η along it: a sign step wherever the curvature is small, negative or out of date. Here the diagonal of the Hessian is exact, not estimated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides each axis by the recent size of its gradient: brakes on steep axes, speeds up on flat ones, and forgets, so that it does not come to a halt as AdaGrad does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops at milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each axis has its own step that grows while the gradient keeps its sign and halves when it turns. Fast with full gradients; with batches, whose signs flip by chance, it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each coordinate has a deep and a shallow well: in n dimensions one of 2ⁿ minima is the lowest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each fall is so many times as long as the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each parameter brakes by all the gradients it has ever seen: steep axes slow down at once, rare ones keep their pace, and in the end everything slows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each sample is a well of its own: the full batch stays in the small group, small batches leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eggholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends after iteration {0}: what would follow is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal curvature in all directions: every method goes straight to the bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escapes the saddle {0} at iteration {1}, {2}, {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every parameter moves by exactly η, whatever its slope: what Adam does on its first step. It never comes to rest by itself and ends in a cycle as wide as a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every sample has its own valley; a small batch follows now one of them, now another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall to the start first, and then far below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls for ever, but so slowly that no point is out of reach: what proofs of online learning ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls to 0 on a straight line (power 1), early (above 1) or late (below 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far out the gradient all but vanishes: methods that rescale it get home first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four equal minima: the start and the method decide which one is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freudenstein–Roth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the published start many methods end in the local minimum, at a loss of 49 instead of 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full pace for a while, then a tenth of it, and again: every drop shrinks the noise ball at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the newest gradient another share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes round in a cycle of {0} iterations {1}, {2} to either side{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goldstein–Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent in a heat bath: normal noise, equal in all directions and made up, carries it over ridges and off saddles, and dies away as it cools. Not SGD, whose noise comes from the samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent that gives itself a small random push where the slope has vanished: no saddle holds it, not even from a start exactly on the line to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent whose pace is the last step&apos;s secant of the curvature: far faster than a constant pace in a ravine, and not monotone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent with line search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Griewank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halving until the loss falls enough, or also until the slope has flattened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the velocity over instead of beginning afresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads straight for the saddle at {0} {1}: from {2} away to {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House prices, unscaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far ahead the change is followed: by β₂, or by 1 − β₂ (Optax).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far apart the two losses are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast peaks fade (exp_range only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the momentum grows to β₁ (ψ).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the noise fades; 0 keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the pace decays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the two losses draw together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pairs are remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps a push is given to show its effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of its slope the ray may keep where the step ends (Wolfe&apos;s second condition); small is strict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the decrease that the slope promises a step must bring (Armijo&apos;s condition).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last direction is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How positive the damped Hessian must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old changes of it fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old curvatures fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old gradients fade (momentum).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old gradients fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old points fade (ema only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old squared gradients fade (braking).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old squared gradients fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old squares fade (braking).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old squares fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old squares fade; its root, how slowly the estimate of d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly old surprises fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the basis turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the brake follows g².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each new gradient pushes the ball.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes with the iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In proportion to the batch size, or to its square root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not move in this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not move: there is no slope here, and nothing carries it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not clear how far the root goes; write √(…) with brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not clear what this power belongs to; use brackets, as in (x^2)^3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not clear where the exponent ends; write ^({0}*{1}) or ^{2}*{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not clear where the function&apos;s argument ends; put it in brackets, as in sin(x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not clear whether “{0}” divides too; write /({1}*{2}) or /{3}*{4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays where it is: none of the {count} points that it tried was better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tried {count} points before it chose this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations between two drops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations of every fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations of every rise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations of the first fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations of the whole cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until 1 / √2 is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until 63 % of the full learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until half is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until the full learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until the learning rate is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jin et al. 2017</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jordan et al. 2024; torch.optim.Muon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumps to and fro across a ravine {0}, {1}: {2} a step, {3} at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jumps to the bottom of the local quadratic model. One step on a quadratic; attracted by saddles and maxima just as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a warm-up&apos;s small rates out of the estimate of d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a cliff from throwing a run out of its valley: by norm the direction stays, by value each axis is cut alone and the direction turns. Optimizers that ignore the gradient&apos;s length hardly notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the division finite on flat ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the division finite where no gradient was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the division finite where nothing surprises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the root finite in directions never seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label 1 with chance σ(0.9 (x − mean − 0.5)), x around its mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels 0 and 1 around two opposite centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Langevin (noise that cools)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns the curvature from the gradients it meets and soon steps like Newton, without a Hessian. On a quadratic with exact line search it takes the path of conjugate gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the plot {0}, by up to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left the region of the surface at iteration {0}; a smaller step may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the inner optimizer forget everything when the fast weights are set back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets an axis&apos;s step grow while the sign stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets another optimizer run ahead for k steps and then goes part of the way: less swinging, at the price of a smaller pace where the way was straight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the learning rate fall as η / (1 + k δ) on top of everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lingers at the saddle {0} {1}: the gradient falls to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liu et al. 2023, algorithm 3; optax.contrib.sophia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic regression with squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long near full pace, long near none: the usual end of a training, and hard to beat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the curvature before the step (paper) or after it (Optax).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks ahead along the memory, as torch.optim.SGD(nesterov=True) does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses the same share at every iteration; if it is too much, the run stops before it arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses after a drop that do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses from 3 to a million on one small map: walls that allow only tiny steps around a floor with four minima.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for matrices of weights, whose update it makes orthogonal. With two parameters nothing of that remains: it is normalised momentum, with steps of equal length that never settle unless η is decayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many minima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matyas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>McCormick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Michalewicz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum that looks where its speed will carry it before it turns: brakes earlier than the heavy ball and swings less in a ravine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum&apos;s memory of direction and RMSProp&apos;s braking per axis, both corrected for starting at zero. Hardly cares how the loss is scaled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every estimate of d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the rate that the method finds; leave it at 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the step that it finds by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neelakantan et al. 2015</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nelder &amp; Mead 1965; Lagarias et al. 1998; Gao &amp; Han 2012</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nelder–Mead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network of two weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron with an input far from zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton with line search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton&apos;s direction, made to lead downhill, and only as far along it as the loss falls. Slower than pure Newton where that is lucky, safe where it is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton&apos;s step with the sizes of the curvatures: it runs from saddles and maxima instead of to them, and is Newton&apos;s method where the loss is convex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newton&apos;s step, damped until the loss falls: between gradient descent and Newton, never uphill, and away from saddles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is longer than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step is shorter than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of two features that say the same only the sum is certain; L2 rounds the valley, L1 drops one weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the axes the curvature is infinite; what is added to it there counts as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the gradient as ½λ‖θ‖² or λ‖θ‖₁, or beside it as a shrinking step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the kinks the slope counts as 0; the curvature is 0 everywhere, so Newton&apos;s method has no step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {axis} inertia carries it on, although the slope there points the other way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {axis} it turns round: the last step went the other way, across the valley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for each parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One global and two local minima: a ball with enough momentum rolls through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One optimizer for the way and another one for the end, say Adam and then gradient descent with a small learning rate, whose noise ball is smaller. Adam with a falling schedule often does as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sample, two weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a surface made of data takes a data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a surface of two parameters given by a formula can be sculpted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only formulas can be sculpted. Choose another base, such as Flat or a formula, first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only surfaces over two parameters can be sculpted. Set the dimension to 2 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the sign of a momentum counts, so all axes go at the same pace. Half of Adam&apos;s memory; wants about a fifth of Adam&apos;s learning rate, and a schedule to come to rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overshoots {0} {1}: its speed carries it {2} further, {3} uphill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perturbed gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain descent stops at the first bump; a ball with momentum rolls over some of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of a generation; 0 stands for 4 + ⌊3 ln n⌋.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polyak &amp; Juditsky 1992; Izmailov et al. 2018; torch.optim.ASGD, torch.optim.swa_utils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powell 1970; Nocedal &amp; Wright 2006, algorithm 4.1 and eq. 4.16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price = 0.05·area + 1 + noise, areas evenly between two sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prodigy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress as a share of the lowest loss, or as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulled towards zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero, apart from the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero: λ θ is added to the gradient (L2, as in torch).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls every parameter towards zero; 0.1 in PyTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every drawn sample back at once; without, the bag is emptied once an epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch&apos;s iteration, or what it approximates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QHAdam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quartic bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quasi-hyperbolic momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAdam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp whose step length comes from its own recent steps, so that no learning rate need be chosen. Starts very slowly, because it has taken no steps yet; ε decides how slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular waves on an almost flat bowl: from close by the minima cannot be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings of minima around the true one: the way inwards is barred by a wall at every turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ripple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise and fall along half cosines or straight lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rises along u to a height h and falls along v as far: h·(u² − v²)·exp(1 − u² − v²).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosenbrock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotated valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds of the iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0} has no value in the column “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0} has {1}, and row {2} has {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0} has “{1}” in the column “{2}”, which is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0} is not CSV: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs SGD at a constant rate and reports the running average of its path, which settles as if the rate had been decayed. The arrow at a point is not the gradient there, because gradients are taken ahead of it, at y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddle-free Newton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddles and plateaus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {0} has a number that is not finite or beyond ±1e50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {0} has {1} numbers; {2} are {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples a step sees; all of them give the exact gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples are either generated or given one by one, and not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves runs whose learning rate is fit for the valley but not for the slope they start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled with the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule-free AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule-free SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schwefel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shampoo (full-matrix AdaGrad)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp and flat well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifted wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortening until the loss falls enough, or the quadratic&apos;s best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows why two optimizers never share a step: each is stable alone, but their steps add up and may pass 2/λ together. Let them take turns (switch) or share out the parameters instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinks an axis&apos;s step when its gradient has changed sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinks the parameters beside the step, as AdamW does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six minima in three pairs, two of them global: where a run ends depends on small things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six wells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many losses without progress are borne.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many steps without progress are a stall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft absolute value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sophia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steep in y and gentle in x (condition number 20): plain descent zigzags, momentum smooths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steepest descent that never rises and needs no tuned pace; it still zigzags in a ravine. With a long first length it may jump into another well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steepest descent with a memory of one direction that keeps what earlier steps have gained: n steps for a quadratic of n parameters, with no matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step decay at chosen iterations, as in the recipes of image networks (at a half and at three quarters).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two points that count (swa only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps straight down the slope. Zigzags across a ravine and stops in the nearest minimum. With the gradient of a sample in place of the full one it is SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that alternated have cancelled: this one is only {ratio} times the gradient&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that kept their direction have added up: this one is {ratio} times the gradient&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps until the slow weights follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styblinski–Tang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 1e-30 keeps the derivatives finite at the centre; the loss is the same to all its digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hessian is indefinite here ({0}): the step aims at a saddle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hessian is negative definite here ({0}): the step aims at a maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hessian is not finite here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Hessian is singular here: Newton&apos;s step does not exist or is huge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch size that the learning rate was found for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best minimum sits far out in a corner, away from the next best: good regions mislead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book&apos;s valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bounds {0}, {1}, {2}, {3} are not usable; they are x0 &lt; x1 and y0 &lt; y1, all within ±1e100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brake v before the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character {0} has no meaning here: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classical rule: it can still go any distance, and noise dies out in the end, though slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column {0} is the same in every sample, so it cannot be scaled; choose none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column “{0}” has the same value in every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinates here are {0}; write {1}({2}) =.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damping at the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data should be a table of named values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end is so many times below the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact length of every step along each axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor by which a length that is too long is shortened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor from the end on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor of each drop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor of every iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has a header and no rows of numbers below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has a header and no samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has a single sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {0} and {1} of heights; a height map needs at least 2 of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {0} columns; at most {1} can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {0} samples; at most {1} can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty: a height map needs rows of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no table: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {0} is larger than {1} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first d: anything far below the distance to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first factor (linear and constant only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first length that is tried along a direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first length that is tried at the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first length that is tried; 1 is Newton&apos;s step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first length that is tried; below 2/λ the step stays in its well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first step along each axis; a schedule is not heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula and its derivatives need more than {0} operations; shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has more than {0} bars; write abs(…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has {0} characters; at most {1} are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula is empty; type one such as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula is nested more than {0} levels deep; make it flatter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula is not finished: after “{0}” a number, a name or a bracket is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gain a: the pace before it decays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is the same everywhere: each method&apos;s step length can be read off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient&apos;s length below which there is a push.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grid has {0} × {1} heights; at most {2} a side can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header has {0} values of x for {1} columns of heights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The height map is flat: all its heights are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The height map should hold {0} × {1} numbers, and does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The height of a {0} cannot be below 0; its kind says whether it rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heights of a map must all be finite numbers within ±1e100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heights of a map must all be finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iteration at which the second takes over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iteration of the first drop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iteration of the first point that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iteration of the second drop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iteration of the third drop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest radius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest v corrected (PyTorch), the largest of corrected ones, or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate stays as it is; with noisy gradients a run then dances around the minimum for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of every step along each axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the first step, and wherever the curvature is not positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the very first step along each axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of the very first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest gradient, or largest entry, that passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest push.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest step along each axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest step: the model is trusted no further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss falls from {before} to {after}; the slope alone promised {promised}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss or its gradient where it branches off is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss rises from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss rises from {before} to {after}: the step is longer than the slope holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss “{0}” is not offered by the {1}; it takes {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest height must be below the highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of all, of every so many, or one that fades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory&apos;s share in the direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise is a number from 0 to 1e6, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of samples n is a whole number from 1 to {0}, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer of all other parameters: with two of them, of y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer of the fast weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer of the first parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer that begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer that ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer that is pulled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer that sees the clipped gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer that sees the noisy gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimizer whose points are averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option {0} is a number within ±1e6, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter “{0}” must be a finite number, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The radius at the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roughness is a number from 0 to 1, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same neuron and samples under the squared error: flat tails and a poor local minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, but under the root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples from “{0}” have no option “{1}”; {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule that follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule that is scaled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule that it slows down at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second feature all but repeats the first; y = 2·x1 + noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of a bag is a whole number from 0 up, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of the data is a whole number from 0 up, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session cannot be read: version should be a whole number from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of Newton&apos;s full step that is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of every parameter that is lost at each step is η times this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of outliers is a number from 0 to 0.5, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the average in the brake; the rest is the gradient&apos;s own square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the average in the direction; the rest is the gradient itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the average in the step; the rest is the gradient itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the average that is kept at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the cycle that rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the damped step that is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the full step that is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the learning rate at the lowest points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the learning rate below which it never drops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the learning rate that is left at the end of a fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the learning rate that is left at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the promise that a step must keep to be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the velocity that is kept at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the way that the slow weights go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the first simplex; no schedule changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the first steps: they are √(ε / (1 − ρ)) long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope does not shrink towards the bottom: a fixed step jumps across the kink for ever, and only a falling learning rate brings it to rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smaller, the more steps are clipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest curvature that is divided by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation of the first noise, on each axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start is so many times below the peak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steepest curvature limits the learning rate, the flattest sets the pace: their ratio is the price of plain descent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step goes straight down the slope: the learning rate times the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step has no result: one of its terms is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step leads uphill: what it remembers outweighs the slope here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step sees {count} of {samples} samples; their gradient points {angle}° away from the full one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step&apos;s length as a share of the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step&apos;s length is η times the gradient&apos;s, plus noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step&apos;s length is η times the gradient&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step&apos;s length is η times the mixture&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strength {0} is a number from 0 to 1e6, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of squares before the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface {0} comes with 2 to {1} parameters, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface {0} has no parameter “{1}”; it has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface {0} has no parameter “{1}”; {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface {0} has samples of its own; it takes no bag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface {0} has two parameters, not {1}; it has no larger version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface {0} has {1} parameters, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface “{0}” is not made of data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface “{0}” is not made of data; those that are: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target of the {0} is a label from 0 to 1, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tilt of a bag is a number from 0 to 1e6, not {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The typical length of a step along each axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The typical length of a step along each direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The typical length of a step of z along each axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of the {0} must be evenly spaced: a height map is a regular grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way down keeps turning: what momentum learned before a bend is wrong after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word “{0}” cannot be used in a formula; another name can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} has no input column to scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} has no layer for batch normalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} names are in the catalogue and in “main.py list surfaces”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} of a {1} must be a number within ±1e9, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} predicts nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} takes no samples from “{1}”; it takes {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a surface “{0}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “{0}”; the columns are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no contour spacing “{0}”; choose {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no feature “{0}”; the kinds are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no optimizer {0}.{1} Known: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scaling “{0}”; there are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scenario {0}. Known: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no schedule {0}. Known: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no surface “{0}” in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing between these brackets yet; put a number, a name or a formula there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These bars can be paired in more than one way; write abs(…) or put * between the factors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bracket is not closed yet; a ) is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This closing bracket has no opening one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a session file of the Optimizer Sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a session file: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a surface file of the Optimizer Sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a surface file: it is broken or was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number has two decimal points; write it with one, as in 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is too large; the largest allowed is about 1.8e308.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part has no finite value: too large, divided by 0 or outside a function&apos;s domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is no branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session was saved by a newer version of the Optimizer Sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This surface has no height map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This surface is not made of data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This surface was saved by a newer version of the Optimizer Sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {0} is a Cyrillic letter; type the Latin {1} instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three equal minima in one bent valley, with saddles between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilted double well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilted plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trapped in a local minimum, {0}: its loss is {1} above that of the lowest known one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust region (dogleg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the batch, twice the learning rate: the same path in fewer steps, until the rate passes 2/λ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two equal minima and a true saddle between them, on which every sample&apos;s gradient is zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two equations in two unknowns as least squares: the parameters interact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two features alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two features of unlike size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two formulas cannot be compared by == here; where(…) takes &lt;, &gt;, &lt;= or &gt;=.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two groups of points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two losses, on both sides along random signs, stand in for the gradient: cheap in many parameters, a walk along diagonals in two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two weights in a row, y·x = 1: every point of a hyperbola is a minimum, and from x = −y descent ends at the saddle between its branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two wells of almost equal depth, one narrow and one wide: noise and large steps leave the narrow one and stay in the wide one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T₀: how high above the valleys the noise reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and down for ever: the high parts leave narrow minima, the low parts settle in what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates shorter than this are not made longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valley with bumps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values and slopes along the direction, a quadratic&apos;s best by the Hessian, or no search at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values and slopes along the direction, or a quadratic&apos;s best by the Hessian.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vyas et al. 2024, algorithm 3; nikhilvyas/SOAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits until progress stops and only then slows down; the one schedule that sees the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanders in a noise ball{0} {1}: radius {2}, mean loss {3}{4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up and decay in one: the learning rate of the card is the peak, which may be higher than usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waves that fade with the distance r: h·cos(π·u)·exp(−r²/length²); the width is half a wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakens each new gradient by this share (pytorch convention only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay in its forms. For plain gradient descent L2 and decoupled decay are the same, for Adam they are not; of the L1 forms only the proximal one ends at exact zeros. The minimum moves, so the loss shown rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wells of different depth and width: descent finds the one on whose slope it starts, rarely the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes the second take over: a set iteration, or no progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the valley runs between the axes, scaling each coordinate by itself no longer helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where between SGD (0) and its average (1) gradients are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where between z (0) and its average x (1) gradients are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the iterates dance around a minimum, their mean lies much nearer to it: a small noise ball without a small learning rate. A long way in is averaged too, unless it begins late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the neuron is off for every sample the gradient is exactly zero: nothing leaves that corner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where ε stands, and from when the brakes are trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where η and 1 − μ enter: PyTorch&apos;s, the book&apos;s, or the average&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the basis knows this step&apos;s gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the length of the gradient is limited, or each of its entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the peaks stay, are halved or fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two is the run; the other one is its state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two lengths: the long one dares more, and leaves more often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and length of a {0} must be at least 1e-9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With momentum: η times the velocity (PyTorch) or η in each push (Optax).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write e^(…) for the exponential function and e*(…) for a product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the power behind the brackets, as in {0}(…)^n{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong frequencies are poor local minima: the full batch is trapped, single samples shake it loose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xie et al. 2022, algorithm 1; sail-sg/Adan; optax.adan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yogi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zaheer et al. 2018, algorithm 2; optax.yogi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zhuang et al. 2020, algorithm 2; optax.adabelief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amsgrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approaching saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>c2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>composite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cooling steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crossed ridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curvature across the floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curvature along the floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d coef</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dampening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoupled weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth of the dip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth of the sharp well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>derivative-free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction of the valley floor in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance of the clouds along x1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance of the groups along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>div factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eps placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eps root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escaped saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eta minus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eta plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final div factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half the curvature at the bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height of the true line at 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far the well reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how high the wall is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much of the first feature is in the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how steep the walls are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sudden the wall is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial accumulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intercept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k: how many steps pass between two looks at the curvature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest area in m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest curvature over smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lr decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multiplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise ball</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non-finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ns steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nu1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nu2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orthogonalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oscillating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overshoot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pct start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r: how much less the steps of a warm-up count in the average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rho</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saddles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safeguard warmup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shampoo beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the points in the right group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of wrong labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shrink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope along y; along x it is 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope of the true line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope that makes one well deeper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest area in m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spread of what is the second feature&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the noise in the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the second feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation within a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step size max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step size min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the true inner weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the true outer weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight lr power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w·1 + b should be 100: a whole valley of answers, and where a run ends depends on where it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can hold {1}, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no hyperparameter {1}; it has: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no value: every point of a height map needs a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1} entries; at most {2} are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1}; it can have {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is longer than {1} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no condition; write one like &apos;loss &lt; -0.1&apos; or &apos;x &gt; 2&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not known here; the fields are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is one of {1}, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large to be one of our files ({1} MB at most).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is true or false, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}; it can be {2}, or state and a column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}; it can be {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is “{1}”, which is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be a finite number, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be a whole number, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be at least {1}, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be below {1}, not {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a list of texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a list of {1} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a table of named values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a whole number from 0 up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be a whole number from {1} to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be numbers written in base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be two different whole numbers from 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should be {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should hold {1} × {2} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} not known here; the names are {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.of: a run cannot branch off itself, nor off its own branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: a branch of a branch goes {1} levels deep at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: nothing is expected; give when, final or status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the run has another bookmark there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: two runs are called {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steep} has had larger gradients, so its step is braked {ratio} times as hard as that of {flat} (divided by {divisor}, the other by {other}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steep} is {ratio} times steeper than {flat} here, so {share} % of the step goes along {steep}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ε beside the corrected root (PyTorch) or the uncorrected one (the book).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η beside the memory (PyTorch) or inside it (the papers).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ: how strong the pull is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ of the first generation; afterwards it adapts and no schedule changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“where” first takes a comparison by &lt;, &gt;, &lt;= or &gt;=, as in where(x &lt; 0, -x, x^2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a file on every system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot stand here; a sign or a bracket is missing before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a coordinate here; type the loss as a formula in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a function; write {1}(…{2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no function here; for a product write {1}*(…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is read as one name; write {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was typed in Hangul mode; switch to English letters{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√h + ε (PyTorch) or √(h + ε) (Optax).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√v + ε (PyTorch) or √(v + ε) (Optax).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>data rows</name>
    <message>
        <source>Samples of my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples thrown far off (or labelled wrongly).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number makes other samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardize: mean 0 and deviation 1 for every input. Min-max: from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The squared error of a sigmoid has flat ground; cross-entropy has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds l1·(|w₁| + |w₂|): kinks that hold weights at 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds l2/2·(w₁² + w₂²): a round bowl that lifts flat directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalises the input with the mean and variance of the drawn samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples are in the bag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the slopes that the samples add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number tilts the samples otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number draws other batches in every run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>Minimum at ({x}, {y}), loss {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddle at ({x}, {y}), loss {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum at ({x}, {y}), loss {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat point at ({x}, {y}), loss {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>Type a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the decimal point as a point, like 0.05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number below the line must not be zero.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overlays</name>
    <message>
        <source>−∇f, downhill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−H⁻¹∇f, Newton&apos;s step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saddle-like: λ of both signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dome-like: both λ below 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condition number, here {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plotting</name>
    <message>
        <source>As the playhead counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of {rows} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to a minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error along e₁ (flat)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error along {steep} (steep)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both errors as a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase portrait, e₁ (flat)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase portrait, {steep} (steep)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity} above {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error, {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>velocity, {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run in sight keeps
such a state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No minimum is known
on this surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No minimum with a Hessian
is known on this surface.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>presenting</name>
    <message>
        <source> + 1 sculpted feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> + {count} sculpted features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minima} minima and {saddles} saddles; the lowest:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bicubic spline through {columns} × {rows} heights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>{count} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}: {drawn} drawn, step {step} of {steps} in epoch {epoch}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} at iteration {iteration}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trapped in a local minimum: loss {loss}, the lowest known is {best}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converged at iteration {iteration}, loss {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>timelines</name>
    <message>
        <source>bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark at iteration {iteration}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
