"""The metadata packet of a PDF: what its properties say, in the form archives read (ISO 16684)."""

from datetime import UTC, datetime
from xml.sax.saxutils import escape

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>WB6 Assess</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>WB6 Assess</xmp:CreatorTool>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def metadata(title: str, language: str, created: datetime) -> bytes:
    """The packet; it claims neither PDF/A nor PDF/UA, for which no validator was at hand."""
    printable = "".join(sign for sign in title if sign.isprintable())
    packet = _PACKET.format(
        title=escape(printable),
        language=escape(language),
        moment=created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return packet.encode()
