package uk.mashhub.adapter.council.cin;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/**
 * Goes through hostile XML element by element. No document type, no entity but the five of XML itself, nothing fetched;
 * at most 12 levels, 500 elements in one element outside the list of children, 4,000 characters in one text.
 */
final class XmlCursor {
    private static final int DEEPEST = 12;
    private static final int MOST_CHILDREN = 500;
    private static final int LONGEST_TEXT = 4_000;

    private final XMLStreamReader xml;

    private XmlCursor(XMLStreamReader xml) {
        this.xml = xml;
    }

    static XmlCursor on(byte[] document) throws Unreadable {
        String text = XmlText.of(document);
        try {
            return new XmlCursor(factory().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            throw new Unreadable(Fault.MALFORMED, "line 1", "not well-formed XML");
        }
    }

    /** The parser of the JDK, whatever else is on the class path: only its settings are known here. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** Goes to the start of the root element. */
    void root(String name) throws Unreadable {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // Blanks, comments and processing instructions say nothing.
        }
        if (!name().equals(name)) {
            throw new Unreadable(Fault.NOT_VALID, "line " + line(), "the root element is not " + name);
        }
    }

    /** Goes to the next child element of the element in hand; false at its end. Text between children is passed over. */
    boolean nextChild() throws Unreadable {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** Reads to the end of the document, so that a fault after the root element is found too. */
    void end() throws Unreadable {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // A document that ends well is all that is asked.
        }
    }

    /** The element in hand, whole; the cursor stands at its end. */
    XmlElement element() throws Unreadable {
        return element(0);
    }

    private XmlElement element(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw new Unreadable(Fault.TOO_LARGE, "line " + line(), "nested too deep");
        }
        String name = name();
        int begin = line();
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return new XmlElement(name, begin, text.toString().strip(), children);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            if (children.size() > MOST_CHILDREN || text.length() > LONGEST_TEXT) {
                throw new Unreadable(Fault.TOO_LARGE, "line " + begin, "an element is too large");
            }
        }
    }

    /** The name of the element in hand. One of another namespace has none that we know. */
    String name() {
        String namespace = xml.getNamespaceURI();
        return namespace == null || namespace.isEmpty() ? xml.getLocalName() : "";
    }

    int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    private int next() throws Unreadable {
        try {
            if (!xml.hasNext()) {
                throw new Unreadable(Fault.MALFORMED, "line " + line(), "ends too early");
            }
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable(
                        Fault.FORBIDDEN_CONSTRUCT, "line " + line(), "a document type or entity is not accepted");
            }
            return event;
        } catch (XMLStreamException e) {
            // The message of the parser repeats the text around the fault.
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new Unreadable(Fault.MALFORMED, "line " + line, "not well-formed XML");
        } catch (RuntimeException e) {
            // The parser of the JDK answers some malformed names and encodings with exceptions of its own.
            throw new Unreadable(Fault.MALFORMED, "line 1", "not well-formed XML");
        }
    }
}
