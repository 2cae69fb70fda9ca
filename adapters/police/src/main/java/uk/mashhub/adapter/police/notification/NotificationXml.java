package uk.mashhub.adapter.police.notification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/**
 * Reads the bytes of a notification into elements: well-formed, without document type, entity or processing instruction,
 * within limits, as the schema says. Nothing outside the bytes is ever opened (OWASP XML External Entity Prevention).
 *
 * <p>A marking above OFFICIAL-SENSITIVE comes first: whatever else is wrong with the message, its body may not be kept.
 */
final class NotificationXml {
    private final PpnSchema schema = new PpnSchema();

    Element read(byte[] message) throws Unreadable {
        if (message.length > Received.LARGEST_MESSAGE) {
            throw new Unreadable(Fault.TOO_LARGE, "the message", "larger than 10 MiB");
        }
        ElementReader reader = new ElementReader(schema);
        Optional<Unreadable> fault = parse(message, reader);
        Optional<String> marked = reader.markedTooHigh().or(() -> fault.flatMap(f -> MarkingScan.find(message)));
        if (marked.isPresent()) {
            throw new Unreadable(
                    Fault.CLASSIFIED_TOO_HIGH, marked.get(), "marked above OFFICIAL-SENSITIVE; the body is not kept");
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
        return reader.root();
    }

    private Optional<Unreadable> parse(byte[] message, ElementReader reader) {
        try {
            XMLReader parser = hardened();
            reader.attachTo(parser, schema.validator());
            parser.parse(new InputSource(new ByteArrayInputStream(message)));
            return reader.firstFault();
        } catch (Refusal e) {
            return Optional.of(e.unreadable());
        } catch (SAXException | IOException e) {
            // Encoding faults come as IOException; the parser's words may repeat the message.
            return Optional.of(new Unreadable(Fault.MALFORMED, reader.place(), "not well-formed XML"));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser cannot be made safe", e);
        }
    }

    private static XMLReader hardened() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setXIncludeAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        XMLReader parser = factory.newSAXParser().getXMLReader();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return parser;
    }
}
