"""The carried front-end files: what is missing or altered is named before a page misses it."""

import json
from pathlib import Path

import pytest

import assets

FACE = "/* {name} */\n@font-face {{\n  src: url(./files/{name}.woff2) format('woff2-variations');\n}}\n"


def _npm(folder: Path) -> Path:
    for asset in assets.ASSETS:
        package = folder / asset.package
        path = package / asset.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("content\n//# sourceMappingURL=x.map\n", "utf-8")
        (package / "package.json").write_text(json.dumps({"version": "1.0.0", "license": "MIT"}), "utf-8")
        (package / "LICENSE").write_text("licence\n", "utf-8")
    fonts = folder / "@fontsource-variable/source-sans-3"
    for sheet, style in (("wght.css", "normal"), ("wght-italic.css", "italic")):
        subsets = ("greek", *assets.SUBSETS)
        (fonts / sheet).write_text(
            "".join(FACE.format(name=f"source-sans-3-{s}-wght-{style}") for s in subsets), "utf-8"
        )
    return folder


def test_copied_files_pass_the_check(tmp_path: Path) -> None:
    assets.copy_assets(_npm(tmp_path / "npm"), tmp_path)
    assets.check_assets(tmp_path)
    script = (tmp_path / assets.PAGES / "vega/vega.min.js").read_text("utf-8")
    assert "sourceMappingURL" not in script
    assert "greek" not in (tmp_path / assets.PAGES / "fonts/source-sans-3.css").read_text("utf-8")


def test_missing_package_is_named(tmp_path: Path) -> None:
    modules = _npm(tmp_path / "npm")
    (modules / "vega/build/vega.min.js").unlink()
    with pytest.raises(assets.AssetError, match=r"vega/build/vega\.min\.js"):
        assets.copy_assets(modules, tmp_path)


def test_altered_file_is_named(tmp_path: Path) -> None:
    assets.copy_assets(_npm(tmp_path / "npm"), tmp_path)
    (tmp_path / assets.PAGES / "vega/vega.min.js").write_text("other", "utf-8")
    with pytest.raises(assets.AssetError, match=r"vega/vega\.min\.js: differs from the manifest"):
        assets.check_assets(tmp_path)


def test_empty_tree_is_told_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(assets.AssetError, match="make setup"):
        assets.check_assets(tmp_path)
