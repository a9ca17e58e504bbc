"""Web pages as Markdown, without menus, scripts and pictures; each of these is noted."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, Doctype, ProcessingInstruction, Tag
from markdownify import MarkdownConverter

from goodword.exchange.even_text import even_text
from goodword.exchange.from_text import decoded
from goodword.exchange.imported import Imported, ImportRefusedError, counted, short

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_UNSEEN = ("script", "style", "noscript", "template", "head", "link", "meta", "svg", "math")
# What stands around a text on a web page, with the word for it in a note.
_AROUND = {
    "nav": "menu",
    "footer": "page footer",
    "aside": "side note",
    "form": "form",
    "dialog": "pop-up",
    "button": "button",
    "select": "choice",
    "iframe": "embedded page",
    "video": "video",
    "audio": "recording",
    "object": "embedded file",
    "embed": "embedded file",
    "canvas": "drawing",
}
_BLOCKS = ["p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6"]
DEEPEST = 400


def convert(data: bytes) -> Imported:
    """Return a web page as Markdown: its main part where it marks one, else its body."""
    found = _CHARSET.search(data[:4096])
    text = decoded(data)
    if found is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(found[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError, ValueError):
            text = decoded(data)
    return converted(text)


def converted(html: str) -> Imported:
    """Return HTML as Markdown with notes."""
    soup = BeautifulSoup(html, "html.parser")
    if _depth(soup) > DEEPEST:
        raise ImportRefusedError(
            "The parts of this page stand too deep in each other to be read.",
            hint="Open it in a browser, copy the text into a new document, and save that as DOCX.",
        )
    title = even_text(soup.title.get_text()).strip() if soup.title else ""
    notes = [*_without_pictures(soup), *_without_surroundings(soup)]
    body = _main(soup)
    _tables(body)
    _definitions(body)
    notes += _footnotes(body)
    text = _Converter(
        heading_style="ATX",
        bullets="-",
        escape_underscores=False,
        escape_asterisks=True,
        table_infer_header=True,
        newline_style="SPACES",
    ).convert_soup(body)
    return Imported(even_text(text), tuple(notes), title)


class _Converter(MarkdownConverter):
    """Markdown from HTML; links inside the page lose their target, which is gone."""

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Return a link to another place, or its words."""
        del parent_tags
        target = str(el.get("href") or "")
        if not target.startswith(("http://", "https://", "mailto:", "tel:")):
            return text
        if text.strip() == target.partition(":")[2].lstrip("/").rstrip("/") or text == target:
            return text
        return f"[{text}]({target})" if text.strip() else ""


def _depth(soup: Tag) -> int:
    deepest = 0
    waiting = [(soup, 0)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in node.children if isinstance(child, Tag)]
    return deepest


def _without_pictures(soup: BeautifulSoup) -> Iterator[str]:
    """Take out what is not text; yield a note on pictures."""
    for node in soup.find_all(string=lambda text: isinstance(text, _MARKUP)):
        node.extract()
    for tag in soup.find_all(_UNSEEN):
        tag.decompose()
    for tag in soup.find_all(lambda one: one.has_attr("hidden")):
        tag.decompose()
    pictures = soup.find_all("img")
    if pictures:
        told = [short(tag.get("alt")) for tag in pictures if str(tag.get("alt") or "").strip()]
        named = f": {', '.join(told[:5])}" if told else ""
        yield f"{counted(len(pictures), 'picture')} left out{named}."
    for tag in pictures:
        tag.decompose()


def _without_surroundings(soup: BeautifulSoup) -> Iterator[str]:
    """Take out what stands around the text of a page; yield a note on each kind of it."""
    for name, word in _AROUND.items():
        tags = [tag for tag in soup.find_all(name) if tag.find_parent(name) is None]
        words = [said for tag in tags if (said := short(tag.get_text(" ")))]
        if words:
            yield f"{counted(len(tags), word)} left out, which began “{words[0]}”."
        for tag in tags:
            tag.decompose()
    for tag in soup.find_all("header"):
        if tag.find(["h1", "h2"]) is not None:
            continue
        if said := short(tag.get_text(" ")):
            yield f"The page header was left out: “{said}”."
        tag.decompose()


_MARKUP = (Comment, Doctype, ProcessingInstruction)


def _main(soup: BeautifulSoup) -> Tag:
    """Return the part of a page that it marks as its main one, if it holds most of the words."""
    body = soup.body or soup
    for found in (soup.find("main"), soup.find(lambda one: one.get("role") == "main")):
        if isinstance(found, Tag) and len(found.get_text()) * 2 > len(body.get_text()):
            return found
    return body


def _tables(body: Tag) -> None:
    """Make each table one that Markdown can hold: no tables inside, one line a cell."""
    for table in body.find_all("table"):
        if table.decomposed:
            continue
        rows = table.find_all("tr")
        widest = max((len(row.find_all(["td", "th"], recursive=False)) for row in rows), default=0)
        if table.find("table") is not None or widest < 2 or len(rows) < 2:
            # A frame around text, as layouts have it, is no table.
            for name in ("tbody", "thead", "tfoot", "tr"):
                for tag in table.find_all(name, recursive=name == "tr"):
                    if tag.find_parent("table") is table:
                        tag.unwrap()
            for cell in table.find_all(["td", "th"]):
                if cell.find_parent("table") is table:
                    cell.name = "div"
            table.name = "div"
            continue
        for cell in table.find_all(["td", "th"]):
            _one_line(cell)
        _spread(table)


def _one_line(cell: Tag) -> None:
    """Join the lines of a cell with commas, as they are said."""
    for tag in cell.find_all(_BLOCKS):
        tag.insert_before("\n")
        tag.insert_after("\n")
    pieces = [" ".join(piece.split()) for piece in cell.get_text().split("\n")]
    told = ""
    for piece in pieces:
        if piece:
            joint = "" if not told else " " if told.endswith((".", ",", ";", ":")) else ", "
            told += f"{joint}{piece}"
    cell.clear()
    cell.append(told.replace("|", "/"))


def _spread(table: Tag) -> None:
    """Write a cell that spans several rows or columns into each of them."""
    down: dict[int, tuple[int, str]] = {}
    for row in table.find_all("tr"):
        cells = row.find_all(["td", "th"], recursive=False)
        texts: list[str] = []
        for cell in cells:
            while down.get(len(texts), (0, ""))[0] > 0:
                left, words = down[len(texts)]
                down[len(texts)] = (left - 1, words)
                texts.append(words)
            words = cell.get_text()
            for _ in range(_span(cell, "colspan")):
                if (more := _span(cell, "rowspan") - 1) > 0:
                    down[len(texts)] = (more, words)
                texts.append(words)
        while down.get(len(texts), (0, ""))[0] > 0:
            left, words = down[len(texts)]
            down[len(texts)] = (left - 1, words)
            texts.append(words)
        name = cells[0].name if cells else "td"
        row.clear()
        for words in texts:
            made = BeautifulSoup("", "html.parser").new_tag(name)
            made.append(words)
            row.append(made)


def _span(cell: Tag, name: str) -> int:
    told = str(cell.get(name) or "1")
    return max(1, min(int(told), 20)) if told.isdecimal() else 1


def _definitions(body: Tag) -> None:
    """Write "Email" with "4 working hours" below it as one line: "Email: 4 working hours"."""
    for listed in body.find_all("dl"):
        if listed.decomposed:
            continue
        term = ""
        listed.name = "ul"
        for tag in listed.find_all(["dt", "dd"]):
            words = " ".join(tag.get_text(" ").split())
            if tag.name == "dt":
                term = words.rstrip(":")
                tag.decompose()
                continue
            tag.name = "li"
            tag.clear()
            tag.append(f"{term}: {words}" if term else words)


def _footnotes(body: Tag) -> list[str]:
    """Take the marks of footnotes out of sentences; the notes themselves stay at the end."""
    marks = [
        tag
        for tag in body.find_all("a")
        if str(tag.get("href") or "").startswith(("#footnote-", "#endnote-", "#fn", "#_ftn"))
    ]
    for tag in marks:
        above = tag.parent
        tag.decompose()
        if above is not None and above.name == "sup" and not above.get_text().strip():
            above.decompose()
    back = [
        tag
        for tag in body.find_all("a")
        if not tag.decomposed and tag.get_text().strip() in {"↑", "↩", "↩︎"}
    ]
    for tag in back:
        tag.decompose()
    if not marks:
        return []
    said = "1 footnote stands" if len(marks) == 1 else f"{len(marks)} footnotes stand"
    return [f"{said} at the end, without the marks in the sentences."]
