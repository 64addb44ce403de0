"""Which front-end files does Avstamp carry, and where do they go?

Copies the few built files Avstamp needs out of `node_modules` (filled by `npm ci`) into the Python package:
style sheets, scripts and web fonts for pages, TrueType fonts for documents and charts, and every licence.
The folders are rebuilt whole, so a file that is no longer listed disappears. Run with `--check` to see
whether the copies are there and unchanged; the wheel build asks the same question.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = Path("src/avstamp/web/site/static/vendor")
DOCUMENTS = Path("src/avstamp/renderers/fonts")
MANIFEST = "manifest.json"

SOURCE_MAP = re.compile(
    r"^\s*(//[#@]\s*sourceMappingURL=.*|/\*[#@]\s*sourceMappingURL=.*\*/)\s*$", re.MULTILINE
)
FONT_FACE = re.compile(r"/\*[^*]*\*/\s*@font-face \{.*?\n\}", re.DOTALL)
SUBSETS = ("latin", "latin-ext")


class AssetError(Exception):
    """A front-end file is missing or differs from the manifest; the message lists each one."""


@dataclass(frozen=True)
class Asset:
    """One file to carry: where it lies inside its npm package, and where it goes in ours."""

    package: str
    source: str
    target: Path


def _font_assets() -> list[Asset]:
    package = "@fontsource-variable/source-sans-3"
    names = [
        f"source-sans-3-{subset}-wght-{style}.woff2" for subset in SUBSETS for style in ("normal", "italic")
    ]
    return [Asset(package, f"files/{name}", PAGES / "fonts/files" / name) for name in names]


ASSETS: tuple[Asset, ...] = (
    Asset("@digdir/designsystemet-css", "dist/src/index.css", PAGES / "designsystemet/designsystemet.css"),
    Asset("@digdir/designsystemet-web", "dist/umd/index.js", PAGES / "designsystemet/designsystemet.js"),
    *_font_assets(),
    Asset("vega", "build/vega.min.js", PAGES / "vega/vega.min.js"),
    Asset("vega-lite", "build/vega-lite.min.js", PAGES / "vega/vega-lite.min.js"),
    Asset("vega-embed", "build/vega-embed.min.js", PAGES / "vega/vega-embed.min.js"),
    *(
        Asset("source-sans", f"TTF/SourceSans3-{face}.ttf", DOCUMENTS / f"SourceSans3-{face}.ttf")
        for face in ("Regular", "It", "Semibold", "Bold")
    ),
)


def copy_assets(modules: Path, root: Path) -> dict[Path, dict[str, object]]:
    """Rebuild both asset folders under `root` from the npm packages in `modules`; return their manifests."""
    missing = [f"{a.package}/{a.source}" for a in ASSETS if not (modules / a.package / a.source).is_file()]
    if missing:
        raise AssetError("not in node_modules (run `npm ci`): " + ", ".join(missing))
    for folder in (PAGES, DOCUMENTS):
        shutil.rmtree(root / folder, ignore_errors=True)
    for asset in ASSETS:
        _copy(modules / asset.package / asset.source, root / asset.target)
    _write_font_sheet(modules, root)
    for asset in ASSETS:
        _copy_licence(modules, root, asset)
    return {folder: _write_manifest(modules, root, folder) for folder in (PAGES, DOCUMENTS)}


def check_assets(root: Path) -> None:
    """Raise `AssetError` listing every carried file that is missing or altered under `root`."""
    faults = []
    for folder in (PAGES, DOCUMENTS):
        manifest = root / folder / MANIFEST
        if not manifest.is_file():
            faults.append(f"{folder / MANIFEST}: missing")
            continue
        for name, digest in json.loads(manifest.read_text("utf-8"))["files"].items():
            path = root / folder / name
            if not path.is_file():
                faults.append(f"{folder / name}: missing")
            elif _digest(path) != digest:
                faults.append(f"{folder / name}: differs from the manifest")
    if faults:
        raise AssetError("run `make setup`; front-end files are not in place:\n  " + "\n  ".join(faults))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".js", ".css"}:
        # A page that names a source map which is not carried is an error to the hashed static file storage.
        target.write_text(SOURCE_MAP.sub("", source.read_text("utf-8")), "utf-8")
    else:
        shutil.copyfile(source, target)


def _write_font_sheet(modules: Path, root: Path) -> None:
    """Write `fonts/source-sans-3.css` with the faces of the subsets that are carried, upright and italic."""
    package = modules / "@fontsource-variable/source-sans-3"
    wanted = {f"source-sans-3-{subset}-wght-{style}" for subset in SUBSETS for style in ("normal", "italic")}
    faces = []
    for sheet in ("wght.css", "wght-italic.css"):
        found = FONT_FACE.findall((package / sheet).read_text("utf-8"))
        faces += [face for face in found if face.split("*/")[0].removeprefix("/*").strip() in wanted]
    if len(faces) != len(wanted):
        raise AssetError(f"expected {len(wanted)} font faces in {package.name}, found {len(faces)}")
    target = root / PAGES / "fonts/source-sans-3.css"
    target.write_text("\n\n".join(faces).replace("'woff2-variations'", "'woff2'") + "\n", "utf-8")


def _copy_licence(modules: Path, root: Path, asset: Asset) -> None:
    folder = PAGES if asset.target.is_relative_to(PAGES) else DOCUMENTS
    licences = sorted(p for p in (modules / asset.package).iterdir() if p.name.upper().startswith("LICEN"))
    if not licences:
        raise AssetError(f"{asset.package} carries no licence file")
    name = asset.package.removeprefix("@").replace("/", "-") + ".txt"
    _copy(licences[0], root / folder / "licences" / name)


def _write_manifest(modules: Path, root: Path, folder: Path) -> dict[str, object]:
    packages = {}
    for name in sorted({a.package for a in ASSETS if a.target.is_relative_to(folder)}):
        facts = json.loads((modules / name / "package.json").read_text("utf-8"))
        packages[name] = {"version": facts["version"], "licence": facts["license"]}
    paths = sorted(p for p in (root / folder).rglob("*") if p.is_file())
    files = {p.relative_to(root / folder).as_posix(): _digest(p) for p in paths}
    manifest: dict[str, object] = {"packages": packages, "files": files}
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (root / folder / MANIFEST).write_text(text, "utf-8")
    return manifest


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(argv: list[str] | None = None) -> int:
    """Copy the assets, or with `--check` say whether they are in place."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say whether every file is in place")
    parser.add_argument("--modules", type=Path, default=ROOT / "node_modules", help="folder of npm packages")
    parser.add_argument("--root", type=Path, default=ROOT, help="folder that holds src/avstamp")
    options = parser.parse_args(argv)
    try:
        if not options.check:
            copy_assets(options.modules, options.root)
        check_assets(options.root)
    except AssetError as error:
        print(f"assets: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
