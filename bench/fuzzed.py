"""What ``bench.fuzzing`` spoils copy for: every parser, the good copy that it begins with, and how each is asked.

Each source of an import is one; so are the layers below them, which are asked without a source between: containers,
notation (XML and JSON as they are cut), bodies. Runs nothing by itself.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lxml import html as markup

from bench import import_archives, import_scale
from bench.archive import Archive
from dateline.errors import CopyError
from dateline.story import as_dict
from dateline.wire import bodies, pieces, sources
from dateline.wire.bodies import lexical, markdown, mobiledoc, plain, wordpress
from dateline.wire.containers import Opening
from dateline.wire.notation import cutting, letters, objects, trees
from dateline.wire.sources import About, Source
from dateline.wire.survey import survey

RECORDED = Path(__file__).parent.parent / "tests" / "wire" / "recorded"
LARGEST = 60_000
"""Bytes of a piece that is spoiled: of larger ones fewer could be tried."""
MOST_OF_A_FILE = 20
MOST_PAGES = 80

FIRST = ("text", "html", "containers", "notation", "bodies", "wxr", "ghost", "markdown", "agency-text", "feed")
"""In this order, the others after them: the more of a parser is ours, the earlier it has its turn."""

_ITEMS = ("item", "entry", "newsItem", "NewsItem", "nitf")
_LISTS = re.compile(r"(?:.*\.)?(?:posts|items|associations|data)\.item")


@dataclass(frozen=True, slots=True)
class Parser:
    name: str
    corpus: Callable[[Path], list[bytes]]
    """Good copy, made or recorded here, and more of it out of a folder of shared data if that is there."""
    ways: Mapping[str, Callable[[bytes], object]]
    """What it is asked, by name; CopyError is a refusal."""


def parsers() -> list[Parser]:
    order = {name: place for place, name in enumerate(FIRST)}
    return sorted([*map(_of_source, sources.SOURCES), *_BELOW], key=lambda one: order.get(one.name, len(order)))


def _of_source(source: Source) -> Parser:
    def read(piece: bytes) -> object:
        return source.read(piece, About())

    def split(piece: bytes) -> object:
        return [bytes(one) for one in source.split(io.BytesIO(piece))]

    return Parser(source.name, partial(_corpus, source), {"read": read, "split": split})


def _corpus(source: Source, data: Path) -> list[bytes]:
    made = _MADE[source.name](data) if source.name in _MADE else []
    return [*made, *_recorded(source), *_shared(source, data)]


def _recorded(source: Source) -> Iterator[bytes]:
    for path in _recordings(source.name):
        yield path.read_bytes()
        yield from _pieces(source, path.read_bytes())


def _recordings(name: str = "*") -> list[Path]:
    return sorted(path for path in RECORDED.glob(f"{name}/*") if not path.name.endswith(".expected.json"))


def _shared(source: Source, data: Path) -> Iterator[bytes]:
    for name, content in _shared_files(data):
        if sources.tell(content[: sources.HEAD], name) is source:
            yield from [one for one in _pieces(source, content) if len(one) < LARGEST][:MOST_OF_A_FILE]


def _shared_files(data: Path) -> Iterator[tuple[str, bytes]]:
    for archive in sorted((data / "formats").glob("*.tar.gz")):
        with tarfile.open(archive) as tar:
            for member in tar:
                file = tar.extractfile(member)
                if file and (content := file.read()):
                    yield member.name, content


def _pieces(source: Source, content: bytes) -> list[bytes]:
    found: list[bytes] = []
    try:
        found.extend(source.split(io.BytesIO(content)))
    except CopyError:
        return found
    return found


def _pages(data: Path) -> list[bytes]:
    pages = list(import_scale.pages(4))
    for path in sorted((data / "pages").glob("*.html.gz")):
        page = gzip.decompress(path.read_bytes())
        if len(page) < LARGEST and len(pages) < MOST_PAGES:
            pages.append(page)
    return pages


def _texts(data: Path) -> list[bytes]:
    """The words of pages, a line for each that stands by itself."""
    return ["\n".join(map(str, markup.fromstring(page).itertext())).encode() for page in _pages(data)]


def _exported(_: Path) -> list[bytes]:
    stories = [{"dateline": {"format": 1, "snapshot": as_dict(story)}} for story in Archive().stories(6)]
    return [json.dumps(story).encode() for story in [*stories, {"dateline": {"format": 1, "withdrawn": 5}}]]


_MADE: Mapping[str, Callable[[Path], list[bytes]]] = {"html": _pages, "text": _texts, "dateline": _exported}


def _packages(data: Path) -> list[bytes]:
    """The same few pages in every container, and some in two."""
    pages = _pages(data)[:6]
    found = [_warc(pages, packed=True), _warc(pages, packed=False), _tar(pages), _zip(pages)]
    found += [gzip.compress(found[2]), _zip([_tar(pages), _warc(pages, packed=True)]), gzip.compress(found[1])]
    return found + [content for name, content in _shared_files(data) if "warc" in name and len(content) < LARGEST]


def _warc(pages: list[bytes], *, packed: bool) -> bytes:
    with tempfile.NamedTemporaryFile() as file:
        import_archives.write(Path(file.name), [(n, (f"http://a.example/{n % 4}", p)) for n, p in enumerate(pages)])
        data = Path(file.name).read_bytes()
    return data if packed else gzip.decompress(data)


def _tar(pages: list[bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for number, page in enumerate(pages):
            info = tarfile.TarInfo(f"folder/{number}.html")
            info.size = len(page)
            archive.addfile(info, io.BytesIO(page))
    return data.getvalue()


def _zip(pages: list[bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, page in enumerate(pages):
            archive.writestr(f"folder/{number}.html", page)
    return data.getvalue()


def _unpack(piece: bytes) -> object:
    """All that an import does with a file but for reading the pieces: the look through it, and the cutting."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive"
        path.write_bytes(piece)
        found = pieces.find([path])
        looked = survey(found)
        try:
            opening = Opening(captures=looked.captures)
            return [len(one.data) for archive in found for one in pieces.split(archive, "", opening)]
        finally:
            looked.captures.close()


def _notes(data: Path) -> list[bytes]:
    kinds = ("feed", "wxr", "ghost", "json", "ninjs", "newsml-g2", "nitf", "wp-rest")
    found = [path.read_bytes() for kind in kinds for path in _recordings(kind)]
    return found + [text for name, text in _shared_files(data) if name.endswith(("ml", "json")) and len(text) < 20_000]


def _cut_xml(piece: bytes) -> object:
    return list(
        cutting.shelled(cutting.cut(letters.read_text(io.BytesIO(piece)), _ITEMS, nests=True), "Nothing in it.")
    )


def _cut_json(piece: bytes) -> object:
    return [objects.dump([head, one]) for head, one in objects.cut(io.BytesIO(piece), _LISTS)]


def _tree(piece: bytes) -> object:
    root = trees.parse("".join(letters.read_text(io.BytesIO(piece))))
    return trees.whole(root), trees.inner(root)


def _bodies(data: Path) -> list[bytes]:
    """What stands in the pieces of exports where a body does, and whole pages, which are HTML too."""
    ghost, wxr = sources.named("ghost"), sources.named("wxr")
    found = [*_recorded(ghost), *_shared(ghost, data), *_recorded(wxr), *_shared(wxr, data)]
    texts = [text for piece in found for text in _strings(piece)]
    return [text for text in texts if text] + _pages(data)[:20] + [p.read_bytes() for p in _recordings("markdown")]


def _strings(piece: bytes) -> Iterator[bytes]:
    """The documents in a piece of Ghost, the whole of one of WordPress."""
    try:
        post = objects.load(piece)
    except CopyError:
        yield piece
        return
    rows = objects.rows(post, "posts") or [post.get("post", post) if isinstance(post, dict) else {}]
    for row in rows:
        yield from (objects.raw(row, name).encode() for name in ("lexical", "mobiledoc", "html"))


def _in_words(make: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda piece: make(piece.decode("utf-8", "replace"))


def _in_blocks(make: Callable[[str], str]) -> Callable[[bytes], object]:
    """A notation that is made into HTML, and that into blocks."""
    return _in_words(lambda text: bodies.markup.blocks(make(text), "https://old.example/"))


_BODIES: Mapping[str, Callable[[bytes], object]] = {
    "markup": _in_blocks(lambda text: text),
    "wordpress": _in_blocks(lambda text: wordpress.to_html(text, {"5": "https://old.example/5.jpg"})[0]),
    "lexical": _in_blocks(lambda text: lexical.to_html(objects.load(text.encode()))),
    "mobiledoc": _in_blocks(lambda text: mobiledoc.to_html(objects.load(text.encode()))),
    "markdown": _in_blocks(markdown.to_html),
    "plain": _in_words(plain.either),
}

_BELOW = (
    Parser("containers", _packages, {"unpack": _unpack}),
    Parser("notation", _notes, {"xml": _cut_xml, "json": _cut_json, "tree": _tree}),
    Parser("bodies", _bodies, _BODIES),
)
