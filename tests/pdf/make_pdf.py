#!/usr/bin/env python3
"""Writes a PDF for tests: make_pdf.py [--KIND [ARGUMENT]]... TEXT OUT.pdf

TEXT is UTF-8; pages end with form feeds. Each line stands on a grid, a Han character two columns wide, so that what
is aligned in TEXT is aligned on the page. The font is not in the file, only the map from its codes to Unicode is.

  --password WORD   encrypted: WORD opens it
  --owner WORD      encrypted: anyone may read, WORD may change it
  --signs           the font maps to private-use characters, as broken ones do
  --drawing         no text, only lines, on as many pages
  --bomb MB         the text of the first page is followed by so much more of it, squeezed
  --loop            the tree of pages goes round in a circle
"""
import argparse
import hashlib
import sys
import zlib

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 255])
    return bytes(out)


class Encryption:
    """The standard handler, 40 bits: enough to be asked for a password."""

    ID = b"0123456789abcdef"
    MAY = -4

    def __init__(self, user, owner):
        pad = lambda word: (word.encode() + PADDING)[:32]
        self.owner_entry = rc4(hashlib.md5(pad(owner or user)).digest()[:5], pad(user))
        may = (self.MAY & 0xFFFFFFFF).to_bytes(4, "little")
        self.key = hashlib.md5(pad(user) + self.owner_entry + may + self.ID).digest()[:5]
        self.user_entry = rc4(self.key, PADDING)

    def stream(self, number, data):
        key = hashlib.md5(self.key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        return rc4(key, data)

    def dictionary(self):
        return b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>" % (
            self.owner_entry.hex().encode(), self.user_entry.hex().encode(), self.MAY)


class Pdf:
    def __init__(self, encryption=None):
        self.objects = []
        self.encryption = encryption

    def reserve(self):
        self.objects.append(b"")
        return len(self.objects)

    def put(self, number, data):
        self.objects[number - 1] = data

    def add(self, data):
        number = self.reserve()
        self.put(number, data)
        return number

    def stream(self, data, extra=b""):
        number = self.reserve()
        if self.encryption:
            data = self.encryption.stream(number, data)
        self.put(number, b"<</Length %d%s>>stream\n" % (len(data), extra) + data + b"\nendstream")
        return number

    def bytes(self, root):
        out = bytearray(b"%PDF-1.5\n")
        places = []
        trailer = b""
        if self.encryption:
            trailer = b"/Encrypt %d 0 R/ID[<%s><%s>]" % (
                self.add(self.encryption.dictionary()), self.encryption.ID.hex().encode(),
                self.encryption.ID.hex().encode())
        for number, data in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + data + b"\nendobj\n"
        xref = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        for place in places:
            out += b"%010d 00000 n \n" % place
        out += b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(places) + 1, root, trailer, xref)
        return bytes(out)


def columns(text):
    return sum(1 if ord(c) < 0x2000 else 2 for c in text)


def content(page):
    """What draws a page: each stretch of text at its place."""
    out = ["BT /F 12 Tf"]
    for number, line in enumerate(page.split("\n")):
        at = 0
        while at < len(line):
            if line[at] == " ":
                at += 1
                continue
            end = line.find("  ", at)
            end = len(line) if end < 0 else end
            left = 60 + 6 * columns(line[:at])
            code = line[at:end].rstrip().encode("utf-16-be").hex()
            out.append(f"1 0 0 1 {left} {800 - 18 * number} Tm <{code}> Tj")
            at = end
    return ("\n".join(out) + "\nET\n").encode()


def to_unicode(text, signs):
    used = sorted(set(text) - {"\n", "\f"})
    out = ["/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def",
           "1 begincodespacerange <0000> <FFFF> endcodespacerange"]
    for first in range(0, len(used), 100):
        some = used[first:first + 100]
        out.append(f"{len(some)} beginbfchar")
        for c in some:
            shown = chr(0xE000 + ord(c) % 0x1000) if signs and ord(c) > 0x7F else c
            out.append(f"<{ord(c):04X}> <{ord(shown):04X}>")
        out.append("endbfchar")
    return ("\n".join(out) + "\nendcmap end end\n").encode()


def bomb(page, megabytes):
    """Squeezed twice, so that the file is small."""
    squeeze = zlib.compressobj(9)
    more = page * ((1 << 20) // len(page) + 1)
    once = b"".join(squeeze.compress(more) for _ in range(megabytes)) + squeeze.flush()
    return zlib.compress(once, 9)


def make(text, arguments):
    encryption = None
    if arguments.password or arguments.owner:
        encryption = Encryption(arguments.password or "", arguments.owner or "")
    pdf = Pdf(encryption)
    pages = text.removesuffix("\f").split("\f")
    root, tree = pdf.reserve(), pdf.reserve()
    unicode_map = pdf.stream(to_unicode(text, arguments.signs))
    descriptor = pdf.add(b"<</Type/FontDescriptor/FontName/Plain/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
                         b"/Ascent 800/Descent -200/CapHeight 700/StemV 80>>")
    widths = b"[32[" + b"500 " * 95 + b"]]"
    descendant = pdf.add(b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)"
                         b"/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W %s>>" %
                         (descriptor, widths))
    font = pdf.add(b"<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[%d 0 R]"
                   b"/ToUnicode %d 0 R>>" % (descendant, unicode_map))
    kids = []
    for number, page in enumerate(pages):
        if arguments.drawing:
            stream = pdf.stream(b"60 60 480 700 re S 60 400 m 540 400 l S\n")
        elif arguments.bomb and number == 0:
            stream = pdf.stream(bomb(content(page), arguments.bomb), b"/Filter[/FlateDecode/FlateDecode]")
        else:
            stream = pdf.stream(zlib.compress(content(page)), b"/Filter/FlateDecode")
        kids.append(pdf.add(b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
                            b"/Resources<</Font<</F %d 0 R>>>>>>" % (tree, stream, font)))
    if arguments.loop:
        kids = [tree] + kids
    pdf.put(root, b"<</Type/Catalog/Pages %d 0 R>>" % tree)
    pdf.put(tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)))
    return pdf.bytes(root)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for option in ("--password", "--owner"):
        parser.add_argument(option)
    for option in ("--signs", "--drawing", "--loop"):
        parser.add_argument(option, action="store_true")
    parser.add_argument("--bomb", type=int)
    parser.add_argument("text")
    parser.add_argument("out")
    arguments = parser.parse_args()
    with open(arguments.text, encoding="utf-8", newline="") as file:
        text = file.read()
    with open(arguments.out, "wb") as file:
        file.write(make(text, arguments))


if __name__ == "__main__":
    sys.exit(main())
