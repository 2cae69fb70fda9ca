package uk.mashhub.adapter.police.notification;

import java.net.URL;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/** The schema of notifications, read once from the class path and never from anywhere else. */
final class PpnSchema {
    /** The namespace of all versions, less the number. */
    static final String FAMILY = "urn:mashhub:police:ppn:";

    static final String NAMESPACE = FAMILY + "1";
    private static final String FILE = "/police/ppn-v1.xsd";

    private final Schema schema;
    private final Set<String> names;

    PpnSchema() {
        URL file = Objects.requireNonNull(PpnSchema.class.getResource(FILE), FILE);
        try {
            this.schema = compiled(file);
            this.names = Set.copyOf(elementNames(file));
        } catch (SAXException | ParserConfigurationException | java.io.IOException e) {
            throw new IllegalStateException("the schema of notifications cannot be read", e);
        }
    }

    private static Schema compiled(URL file) throws SAXException {
        // The default of the JDK, whatever other XML libraries are on the class path.
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory.newSchema(new StreamSource(file.toExternalForm()));
    }

    private static Set<String> elementNames(URL file)
            throws ParserConfigurationException, SAXException, java.io.IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        NodeList elements = factory.newDocumentBuilder()
                .parse(file.toExternalForm())
                .getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "element");
        Set<String> found = new HashSet<>();
        for (int i = 0; i < elements.getLength(); i++) {
            found.add(((org.w3c.dom.Element) elements.item(i)).getAttribute("name"));
        }
        return found;
    }

    /** An element's name if it is one of the schema; otherwise a sign, because names can carry values too. */
    String safeName(String name) {
        return names.contains(name) ? name : "?";
    }

    /** A fresh validator that fetches nothing, whatever {@code xsi:schemaLocation} says. */
    ValidatorHandler validator() throws SAXNotRecognizedException, SAXNotSupportedException {
        ValidatorHandler handler = schema.newValidatorHandler();
        handler.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        handler.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        handler.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return handler;
    }
}
