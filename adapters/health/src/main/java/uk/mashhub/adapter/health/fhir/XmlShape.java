package uk.mashhub.adapter.health.fhir;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/** Looks at FHIR XML before the parser does: well-formed, not too deep, no document type, no entity of its own. */
final class XmlShape {
    private XmlShape() {}

    static void check(String xml) throws Unreadable {
        if (Forbidden.inMarkup(xml)) {
            throw new Unreadable(Fault.FORBIDDEN_CONSTRUCT, "/", "a document type or entity is never accepted");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            walk(factory.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Unreadable(Fault.MALFORMED, "line " + line, "not well-formed XML");
        }
    }

    private static void walk(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > FhirReader.DEEPEST) {
                throw new Unreadable(
                        Fault.NOT_VALID, "line " + reader.getLocation().getLineNumber(), "nested too deeply");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable(
                        Fault.FORBIDDEN_CONSTRUCT,
                        "line " + reader.getLocation().getLineNumber(),
                        "a document type or entity is never accepted");
            }
        }
    }
}
