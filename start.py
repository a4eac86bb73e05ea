"""Make a bare checkout ready and start the Optimizer Sandbox; needs nothing but Python 3.11 or newer.

python3 start.py [ARGUMENTS]     the app, with main.py's arguments
python3 start.py test [TESTS]    every check there is; with TESTS, only pytest on those
python3 start.py bundle          dist/optimizer-sandbox/, a folder that runs without Python
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

# Other modules are imported where they are used: a start with nothing to do should cost milliseconds.

if sys.version_info < (3, 11):  # noqa: UP036 - this is the one file that an older Python gets to read
    sys.exit("The Optimizer Sandbox needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))

ROOT = Path(__file__).resolve().parent
RUN_LOCK = ROOT / "requirements.txt"
TEST_LOCK = ROOT / "requirements-test.txt"
BUNDLE_LOCK = ROOT / "requirements-bundle.txt"
APP = "optimizer-sandbox"
PYTHON = "python{}.{}".format(*sys.version_info)
COMMANDS = {"list", "run", "sweep", "basins", "render"}
ANSWERS = {"-h", "--help", "--version"}
SELF_CHECK = "--self-check"
CHECKS = {
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "ruff check": ["-m", "ruff", "check", "."],
    "mypy": ["-m", "mypy"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "pytest": ["-m", "pytest"],
}
BAD_WORDS = ("traceback", "error", "warning", "could not")

# The line that installs packages, by the program that does it.
INSTALLERS = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed",
}

# A system library or tool, and the package that holds it for each of the installers.
Library = tuple[str, str, str, str]
QT_LIBRARIES: tuple[Library, ...] = (
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    ("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    ("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    ("libX11.so.6", "libx11-6", "libX11", "libx11"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    ("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
)
X11_LIBRARIES: tuple[Library, ...] = (
    ("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    ("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    ("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    ("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    ("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    ("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    ("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
WAYLAND_LIBRARIES: tuple[Library, ...] = (
    ("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    ("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    ("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
)

BUNDLE_TOOLS: tuple[Library, ...] = (
    ("objdump", "binutils", "binutils", "binutils"),
    ("objcopy", "binutils", "binutils", "binutils"),
)
PLATFORM_LIBRARIES = {"xcb": X11_LIBRARIES, "wayland": WAYLAND_LIBRARIES}
NO_SCREEN = """There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.
Without one, use a command such as `python3 start.py list surfaces`, or set QT_QPA_PLATFORM=offscreen."""

# What pip says when it fails, and what that means to the person at the keyboard.
UNREACHABLE = "The package index could not be reached. Check the network and start again."
PIP_TROUBLES = {
    "no space left": "The disk is full. The set-up needs about 1 GB; make room and start again.",
    "do not match the hashes": "A download differs from the file that was tested. Start again.",
    "new connection": UNREACHABLE,
    "name resolution": UNREACHABLE,
    "timed out": UNREACHABLE,
    "certificate_verify_failed": "The connection to the package index is not trusted (pip's `cert` may help).",
    "no matching distribution": "A package is not offered for this system with this Python.",
}


def main(arguments: list[str]) -> int:
    """Do what the first argument says and return the exit status."""
    try:
        if arguments[:1] == ["test"]:
            return run_tests(arguments[1:])
        if arguments == ["bundle"]:
            return build_bundle()
        return run_app(arguments)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        sys.exit(f"The set-up stopped: {error}")


# --- the app ---


def run_app(arguments: Sequence[str]) -> int:
    """Set up what is missing and hand over to main.py."""
    platforms = screens(arguments, os.environ) if opens_window(arguments) else []
    python = prepare(app_venv(), [RUN_LOCK], lacking_for(platforms))
    command = [str(python), str(ROOT / "main.py"), *arguments]
    if os.name == "posix":
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether main.py opens a window for these arguments, be it an invisible one."""
    return not (COMMANDS.intersection(arguments[:1]) or ANSWERS.intersection(arguments))


def screens(arguments: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """Name the Qt platforms that could show the window; leave with a hint when there is none."""
    if sys.platform != "linux" or SELF_CHECK in arguments:
        return ["offscreen"]
    wanted = environment.get("QT_QPA_PLATFORM")
    if wanted:
        return [platform.split(":")[0] for platform in wanted.split(";")]
    displays = {"WAYLAND_DISPLAY": "wayland", "DISPLAY": "xcb"}
    found = [platform for variable, platform in displays.items() if environment.get(variable)]
    return found or sys.exit(NO_SCREEN)


# --- the checks ---


def run_tests(tests: Sequence[str]) -> int:
    """Run every check, also after one has failed; with tests named, only pytest on those."""
    python = prepare(app_venv(), [RUN_LOCK, TEST_LOCK], lacking_for(["offscreen"]))
    if tests:
        return run_check(python, [*CHECKS["pytest"], *tests])
    results = {name: run_check(python, command) for name, command in CHECKS.items()}
    print("\n" + "\n".join(f"{'FAILED' if status else 'ok':8}{name}" for name, status in results.items()))
    return int(any(results.values()))


def run_check(python: Path, command: Sequence[str]) -> int:
    """Run one check without a screen, its output shown, and return its exit status."""
    import subprocess

    print("\n$", "python", *command, flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([str(python), *command], cwd=ROOT, env=environment)


# --- the bundle ---


def build_bundle() -> int:
    """Build the bundle from an environment of its own, which keeps it small, and check it."""
    python = prepare(ROOT / ".venv-bundle", [RUN_LOCK, BUNDLE_LOCK], lacking_for_bundle())
    print(f"Building dist/{APP} ...", flush=True)
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    spec = ROOT / "packaging" / f"{APP}.spec"
    run_hidden([str(python), "-I", "-m", "PyInstaller", "--noconfirm", *folders, str(spec)], explain_bundle)
    return check_bundle(ROOT / "dist" / APP)


def explain_bundle(_output: str) -> str:
    """Say what to do when PyInstaller fails."""
    return "PyInstaller failed; its last lines are above."


def check_bundle(folder: Path) -> int:
    """Run the bundle's own check without a screen; its output must hold no word of trouble."""
    program = folder / (f"{APP}.exe" if os.name == "nt" else APP)
    output, status = run_captured([str(program), SELF_CHECK], QT_QPA_PLATFORM="offscreen")
    print(output, end="")
    troubles = [word for word in BAD_WORDS if word in output.lower()]
    if status or troubles:
        print(f"The bundle's check failed: exit status {status}, words of trouble: {troubles}")
        return 1
    size = sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink())
    print(f"The bundle is ready: {program.relative_to(ROOT)} ({size / 1e6:.0f} MB in its folder)")
    return 0


# --- the virtual environment ---


def app_venv() -> Path:
    """Return the folder of the app's environment; SANDBOX_VENV names another, for a second Python."""
    return ROOT / (os.environ.get("SANDBOX_VENV") or ".venv")


def prepare(venv: Path, locks: Sequence[Path], missing: Sequence[Library]) -> Path:
    """Bring the system and an environment to what is needed, and return the environment's Python."""
    require([*missing, *lacking_venv_module(venv)])
    if not is_ready(venv, locks):
        with one_at_a_time():
            if not is_ready(venv, locks):  # another start may have done it meanwhile
                set_up(venv, locks)
    return python_of(venv)


def python_of(venv: Path) -> Path:
    """Return where an environment has its Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(venv: Path, locks: Sequence[Path]) -> bool:
    """Tell whether this version of Python has installed every lock to the end."""
    return is_sound(venv) and all(is_installed(venv, lock) for lock in locks)


def is_sound(venv: Path) -> bool:
    """Tell whether this version of Python made the environment and no set-up of it was cut short."""
    settings = venv / "pyvenv.cfg"
    if unfinished(venv).exists() or not python_of(venv).exists() or not settings.exists():
        return False
    return "version = {}.{}.".format(*sys.version_info) in settings.read_text(encoding="utf-8")


def is_installed(venv: Path, lock: Path) -> bool:
    """Tell whether the environment's copy of the lock, written after its packages, is still the lock."""
    stamp = venv / lock.name
    return stamp.exists() and stamp.read_bytes() == lock.read_bytes()


def unfinished(venv: Path) -> Path:
    """Return the mark that stands beside an environment while it is being written."""
    return venv.with_name(f"{venv.name}.unfinished")


def set_up(venv: Path, locks: Sequence[Path]) -> None:
    """Create the environment if it is absent or spoilt, and install the locks that changed."""
    print(f"Setting up {venv.name} (once, about a minute) ...", flush=True)
    if not is_sound(venv):
        create(venv)
    unfinished(venv).touch()
    for lock in locks:
        if not is_installed(venv, lock):
            install(python_of(venv), lock)
            shutil.copyfile(lock, venv / lock.name)
    unfinished(venv).unlink()


def create(venv: Path) -> None:
    """Create an environment, in place of a spoilt one but never of a folder that is something else."""
    ours = unfinished(venv).exists() or (venv / "pyvenv.cfg").exists()
    if venv.exists() and not ours:
        sys.exit(f"{venv} is in the way: it is not a Python environment. Move it and start again.")
    unfinished(venv).touch()
    if venv.exists():
        shutil.rmtree(venv)
    run_hidden([sys.executable, "-I", "-m", "venv", str(venv)], explain_pip)


def install(python: Path, lock: Path) -> None:
    """Install one lock: complete, so no resolving; wheels only, so no compiler; checked by its hashes."""
    pip = [str(python), "-I", "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar=off"]
    exactly = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", str(lock)]
    run_hidden([*pip, *exactly], explain_pip, PIP_USER="0")


def explain_pip(output: str) -> str:
    """Put pip's trouble in one sentence."""
    found = (sentence for sign, sentence in PIP_TROUBLES.items() if sign in output.lower())
    return next(found, "The set-up did not finish. Start again to retry it.")


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold other starts of this checkout back; the system frees the lock even if this one is killed."""
    with RUN_LOCK.open("r+b") as file:
        if sys.platform == "win32":
            import msvcrt

            file.seek(2**20)  # beyond the end, because Windows lets nobody read what is locked
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


# --- what the system must have ---


def lacking_for(platforms: Sequence[str]) -> list[Library]:
    """List the libraries Qt lacks to show the window; of several platforms, one that works is enough."""
    if sys.platform != "linux" or not platforms:
        return []
    windows = [lacking(PLATFORM_LIBRARIES.get(platform, ())) for platform in platforms]
    return lacking(QT_LIBRARIES) + min(windows, key=len)


def lacking_for_bundle() -> list[Library]:
    """List what PyInstaller lacks: its tools, and every library that the bundle should carry."""
    import sysconfig

    if sys.platform != "linux":
        return []
    tools = [library for library in BUNDLE_TOOLS if not shutil.which(library[0])]
    soname = str(sysconfig.get_config_var("INSTSONAME"))
    python = [(soname, f"lib{PYTHON}", "python3-libs", "python")] if ".so" in soname else []
    return tools + lacking([*QT_LIBRARIES, *X11_LIBRARIES, *WAYLAND_LIBRARIES, *python])


def lacking_venv_module(venv: Path) -> list[Library]:
    """List Python's own set-up module if it is missing and needed; Debian packages it separately."""
    if is_sound(venv):
        return []
    from importlib.util import find_spec

    return [] if find_spec("ensurepip") else [("ensurepip", f"{PYTHON}-venv", PYTHON, "python")]


def lacking(libraries: Sequence[Library]) -> list[Library]:
    """List the libraries that the system's loader does not find."""
    import ctypes

    missing = []
    for library in libraries:
        try:
            ctypes.CDLL(library[0])
        except OSError:
            missing.append(library)
    return missing


def require(missing: Sequence[Library]) -> None:
    """Install missing system packages where that is allowed; elsewhere leave with the line to type."""
    if not missing:
        return
    installer = next((name for name in INSTALLERS if shutil.which(name)), "")
    column = 1 + list(INSTALLERS).index(installer or "apt-get")
    names = " ".join(dict.fromkeys(library[column] for library in missing))
    if not installer:
        sys.exit(f"Some system packages are missing. Under Debian their names are:\n\n    {names}\n")
    line = f"{INSTALLERS[installer]} {names}"
    if installer != "apt-get" or os.geteuid() != 0:
        sys.exit(f"Some system packages are missing. Type this once, then start again:\n\n    sudo {line}\n")
    install_with_apt(line)


def install_with_apt(line: str) -> None:
    """Run the line that installs packages, on a fresh list of them."""
    failed = "apt-get failed; its last lines are above. Check the network and the disk, then start again."
    print(f"Installing system packages (once): {line}", flush=True)
    for command in ("apt-get update", line):
        patiently = [*command.split(), "-o", "DPkg::Lock::Timeout=300"]
        run_hidden(patiently, lambda _output: failed, DEBIAN_FRONTEND="noninteractive")


# --- other programs ---


def run_hidden(command: Sequence[str], explain: Callable[[str], str], **variables: str) -> None:
    """Run a program; if it fails, leave with the last lines of its output and what they mean."""
    output, status = run_captured(command, **variables)
    if status:
        last_lines = "\n".join(output.strip().splitlines()[-12:])
        sys.exit(f"{last_lines}\n\n{explain(output)}")


def run_captured(command: Sequence[str], **variables: str) -> tuple[str, int]:
    """Run a program and return all it wrote, and its exit status."""
    import subprocess

    done = subprocess.run(
        command,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return done.stdout, done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
