from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.app.files import free_name, safe_name, write_whole
from desktop.model.errors import CredentialError


def test_a_file_is_written_whole_and_its_folder_made(tmp_path: Path) -> None:
    path = tmp_path / "neu" / "tief" / "datei.pdf"
    write_whole(path, b"1")
    write_whole(path, b"22")
    assert path.read_bytes() == b"22"
    assert [p.name for p in path.parent.iterdir()] == ["datei.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on file sizes")
def test_a_full_disk_keeps_the_old_file_and_leaves_no_piece(tmp_path: Path) -> None:
    path = tmp_path / "datei.pdf"
    write_whole(path, b"alt")
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from desktop.app.files import write_whole\n"
        "from desktop.model.errors import CredentialError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_whole(Path(sys.argv[1]), b'x' * 5000)\n"
        "except CredentialError as error:\n    print(error.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "file-disk-full"
    assert path.read_bytes() == b"alt"
    assert [p.name for p in tmp_path.glob(".*")] == []


@pytest.mark.usefixtures("bound")
def test_a_folder_without_rights_gives_its_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CredentialError) as error:
            write_whole(tmp_path / "datei.pdf", b"x")
        assert error.value.code == "file-read-only"
    finally:
        tmp_path.chmod(0o700)


def test_free_names_count_up_and_know_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert free_name(path, b"1") == path
    path.write_bytes(b"1")
    assert free_name(path, b"1") == path
    assert free_name(path, b"2") == tmp_path / "a (2).pdf"
    (tmp_path / "a (2).pdf").write_bytes(b"2")
    assert free_name(path, b"2") == tmp_path / "a (2).pdf"
    assert free_name(path, b"3") == tmp_path / "a (3).pdf"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("CON", "_CON.pdf"),
        ("con.zert", "_con.zert.pdf"),
        ("Aux", "_Aux.pdf"),
        ("", "_.pdf"),
        (" . ", "_.pdf"),
        ("a\u202eb", "ab.pdf"),
        ("zwei\nZeilen\tund Tab", "zwei Zeilen und Tab.pdf"),
        ("u\u0308ber", "über.pdf"),
    ],
)
def test_names_no_system_takes_are_mended(words: str, name: str) -> None:
    assert safe_name(words, ".pdf") == name


@given(st.text(max_size=300))
def test_any_words_make_a_name_that_can_be_written(words: str) -> None:
    name = safe_name(words, ".pdf")
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\x00')
    assert name == name.strip(" .")
    assert safe_name(name.removesuffix(".pdf"), ".pdf").encode()
