"""`render`: what it asks of whoever draws, its mistakes, and its files as a script sees them."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from cli.main import main
from engine.scenario import scenario_called
from engine.session_file import dump_session, save_session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.rendering import Rendering

ROOT = Path(__file__).resolve().parents[2]
BOOK = ("render", "--scenario", "book-figure")
SMALL = ("--size", "480x320")


class Draws:
    """Stands for the window's door: keeps what was wanted, and writes its name."""

    def __init__(self) -> None:
        self.wanted: list[Rendering] = []

    def __call__(self, rendering: Rendering, told: Callable[[int, int], None]) -> Mapping[str, bytes]:
        """Answer the way the door does."""
        self.wanted.append(rendering)
        told(1, 1)
        return {kind: kind.encode() for kind in rendering.kinds}


def wanted(*arguments: str) -> Rendering:
    """Return what is asked of whoever draws."""
    draws = Draws()
    assert main([*arguments, "--gif", os.devnull], draws) == 0
    return draws.wanted[0]


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment)


def png_size(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", data[16:24])
    return width, height


MISTAKES = {
    "nothing to draw": (("render", "--png", "a"), "one of the arguments --scenario --session is required"),
    "two sessions": ((*BOOK, "--session", "a"), "not allowed with"),
    "nothing to write": (BOOK, "--png FILE, --svg FILE or --gif FILE"),
    "a scenario that is not there": (("render", "--scenario", "bok", "--png", "a"), "bok"),
    "a file that is not there": (("render", "--session", "none.json", "--png", "a"), "none.json"),
    "a moment before the start": ((*BOOK, "--png", "a", "--iteration", "-1"), "a moment is a whole number"),
    "half an iteration": ((*BOOK, "--png", "a", "--iteration", "1.5"), "a moment is a whole number"),
    "past the end": (
        (*BOOK, "--png", "a", "--iteration", "31"),
        "--iteration 31 is too far: the runs end at iteration 30",
    ),
    "past the end of evaluations": (
        ("render", "--scenario", "newton-price", "--gif", "a", "--to", "100000"),
        "--to 100000 is too far: the runs end at evaluation ",
    ),
    "backwards": ((*BOOK, "--gif", "a", "--from", "9", "--to", "8"), "--from 9 is after its end"),
    "backwards to the picture": ((*BOOK, "--gif", "a", "--from", "9", "--iteration", "8"), "--from 9 is after its end"),
    "--from without an animation": ((*BOOK, "--png", "a", "--from", "1"), "--from goes with --gif"),
    "--fps without an animation": ((*BOOK, "--svg", "a", "--fps", "5"), "--fps goes with --gif"),
    "no frames": ((*BOOK, "--gif", "a", "--every", "0"), "the distance of frames is a whole number from 1"),
    "an endless frame": ((*BOOK, "--gif", "a", "--fps", "0"), "frames in a second is a number from 0.1 to 50"),
    "frames nobody sees": ((*BOOK, "--gif", "a", "--fps", "60"), "frames in a second is a number from 0.1 to 50"),
    "a size of one": ((*BOOK, "--png", "a", "--size", "800"), "a width and a height like 1200x800"),
    "a size of words": ((*BOOK, "--png", "a", "--size", "wide x 10"), "the width is a whole number"),
    "a size of a stamp": ((*BOOK, "--png", "a", "--size", "30x20"), "the width is a whole number from 100"),
    "a scale of nan": ((*BOOK, "--png", "a", "--scale", "nan"), "the scale is a number from 0.1 to 16"),
    "a wall": ((*BOOK, "--png", "a", "--size", "9000x9000"), "9000x9000 at scale 2 is too large: a PNG has"),
    "a cinema": ((*BOOK, "--gif", "a", "--scale", "3"), "960x640 at scale 3 is too large: a GIF has"),
    "another theme": ((*BOOK, "--png", "a", "--theme", "blue"), "choose from"),
    "another language": ((*BOOK, "--png", "a", "--language", "fr"), "choose from"),
    "two for standard output": ((*BOOK, "--png", "-", "--gif", "-"), "Only one of"),
    "a folder that is not there": ((*BOOK, "--png", "missing/a.png"), "Could not write missing"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_line_and_writes_nothing(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments, said = MISTAKES[name]
    assert main(arguments, Draws()) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
    assert list(tmp_path.iterdir()) == []


def test_more_frames_than_anybody_wants(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "long.sandbox.json"
    save_session(replace(scenario_called("one-sample").session, steps=1001), path)
    assert main(["render", "--session", str(path), "--gif", "a", "--every", "1"], Draws()) == 2
    assert "more than 1000 frames" in capsys.readouterr().err


def test_without_options_it_is_the_whole_run_at_its_end() -> None:
    rendering = wanted(*BOOK)
    assert (rendering.tick, rendering.ticks) == (30, tuple(range(31)))
    assert (rendering.theme, rendering.language, rendering.rate) == ("light", "en", None)
    assert [rendering.size_of(kind) for kind in ("png", "gif")] == [(1200, 800), (960, 640)]
    assert [rendering.scale_of(kind) for kind in ("svg", "png", "gif")] == [1.0, 2.0, 1.0]


def test_an_animation_goes_up_to_where_the_picture_stands() -> None:
    rendering = wanted(*BOOK, "--iteration", "12")
    assert (rendering.tick, rendering.ticks[0], rendering.ticks[-1]) == (12, 0, 12)


@pytest.mark.parametrize(
    ("options", "ticks"),
    [
        (("--from", "3", "--to", "6"), (3, 4, 5, 6)),
        (("--every", "10"), (0, 10, 20, 30)),
        (("--from", "5", "--every", "10"), (5, 15, 25, 30)),
        (("--iteration", "4", "--from", "30", "--to", "30"), (30,)),
    ],
)
def test_a_part_of_the_run(options: tuple[str, ...], ticks: tuple[int, ...]) -> None:
    assert wanted(*BOOK, *options).ticks == ticks


def test_by_another_clock_moments_are_the_clocks() -> None:
    rendering = wanted("render", "--scenario", "newton-price", "--iteration", "20")
    assert rendering.pace.clock == "evaluations"
    rows = rendering.pace.rows(rendering.tick)
    assert len(set(rows.values())) > 1
    assert max(rows.values()) <= 20


def test_looks_are_handed_on() -> None:
    rendering = wanted(*BOOK, *SMALL, "--scale", "1.5", "--theme", "dark", "--language", "ko", "--fps", "24")
    assert [rendering.size_of(kind) for kind in ("svg", "gif")] == [(480, 320), (480, 320)]
    assert (rendering.scale_of("png"), rendering.rate) == (1.5, 24.0)
    assert (rendering.theme, rendering.language) == ("dark", "ko")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.gif"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engine.files.os.fsync", full)
    assert main([*BOOK, "--gif", str(path)], Draws()) == 2
    assert (path.read_bytes(), [entry.name for entry in tmp_path.iterdir()]) == (b"old", ["a.gif"])


def test_who_knows_nobody_that_draws_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*BOOK, "--png", "a"]) == 2
    assert "main.py render" in capsys.readouterr().err


def test_three_files_at_once_are_whole_and_the_same_the_next_time(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        names = [f"--{kind}={tmp_path / folder}/book.{kind}" for kind in ("png", "svg", "gif")]
        done = run(*BOOK, *names, *SMALL, "--iteration", "5")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert sorted(one) == ["book.gif", "book.png", "book.svg"]
    assert png_size(one["book.png"]) == (960, 640)
    assert "iteration 5 / 30" in "".join(ET.fromstring(one["book.svg"]).itertext())
    with Image.open(io.BytesIO(one["book.gif"])) as gif:
        assert (gif.size, gif.n_frames) == ((480, 320), 6)  # type: ignore[attr-defined]


def test_a_session_comes_in_and_a_picture_goes_out_by_pipes() -> None:
    session = dump_session(replace(scenario_called("book-figure").session, steps=4))
    done = run("render", "--session", "-", "--png", "-", *SMALL, "--scale", "1", "--language", "ko", stdin=session)
    assert (done.returncode, done.stderr) == (0, b"")
    assert png_size(done.stdout) == (480, 320)
    assert done.stdout.endswith(b"IEND\xaeB`\x82")


def test_it_speaks_korean() -> None:
    done = run(*BOOK, "--svg", "-", "--language", "ko")
    assert (done.returncode, done.stderr) == (0, b"")
    assert any("가" <= letter <= "힣" for letter in done.stdout.decode())


def test_a_picture_makes_no_window_no_thread_and_needs_no_pillow(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    code = (
        f"import sys, threading, main; main.main({[*BOOK, '--png', str(path)]!r});"
        "assert threading.active_count() == 1;"
        "assert not {'PIL', 'gui.main_window', 'gui.app', 'gui.workers'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert path.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no always-full device here")
def test_a_full_disk_behind_standard_output_is_one_line() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        command = [sys.executable, str(ROOT / "main.py"), *BOOK, "--svg", "-"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [b"Could not write to standard output: No space left on device."]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"'{sys.executable}' main.py render --scenario book-figure --svg - | head -c 5"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"<?xml", b"")
