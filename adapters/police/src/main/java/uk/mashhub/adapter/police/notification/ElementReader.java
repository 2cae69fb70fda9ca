package uk.mashhub.adapter.police.notification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.police.sheet.Marking;

/** Builds the elements, hands every event on to the schema validator, and refuses what is never accepted. */
final class ElementReader extends DefaultHandler2 {
    private static final String MARKING = "classification";

    private final PpnSchema schema;
    private final Limits limits = new Limits();
    private final Deque<Element> open = new ArrayDeque<>();
    private @Nullable Locator locator;
    private @Nullable ValidatorHandler validator;
    private @Nullable Element root;
    private @Nullable String tooHigh;
    private @Nullable Unreadable firstFault;

    ElementReader(PpnSchema schema) {
        this.schema = schema;
    }

    void attachTo(XMLReader parser, ValidatorHandler validator) throws SAXException {
        this.validator = validator;
        validator.setErrorHandler(this);
        parser.setContentHandler(this);
        parser.setErrorHandler(this);
        parser.setEntityResolver(this);
        parser.setProperty("http://xml.org/sax/properties/lexical-handler", this);
    }

    /** The place that has been reached: line and element. */
    String place() {
        String line = "line " + (locator == null ? 1 : Math.max(1, locator.getLineNumber()));
        Element element = open.peek();
        return element == null ? line : line + ", " + element.path();
    }

    Element root() {
        if (root == null) {
            throw new IllegalStateException("nothing was read");
        }
        return root;
    }

    Optional<String> markedTooHigh() {
        return Optional.ofNullable(tooHigh);
    }

    /** The first thing that is not as the schema says. Reading goes on after it, because a marking may follow. */
    Optional<Unreadable> firstFault() {
        return Optional.ofNullable(firstFault);
    }

    private ValidatorHandler validator() {
        if (validator == null) {
            throw new IllegalStateException("not attached");
        }
        return validator;
    }

    @Override
    public void setDocumentLocator(Locator newLocator) {
        locator = newLocator;
        validator().setDocumentLocator(newLocator);
    }

    @Override
    public void startDocument() throws SAXException {
        validator().startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        validator().endDocument();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        validator().startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        validator().endPrefixMapping(prefix);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        limits.check(open.size() + 1, attributes.getLength(), place());
        Element parent = open.peek();
        Element element = new Element(name, line(), path(parent, name));
        for (int i = 0; i < attributes.getLength(); i++) {
            element.put(attributes.getLocalName(i), attributes.getValue(i));
            noteMarking(attributes.getLocalName(i), attributes.getValue(i));
        }
        open.push(element);
        if (parent == null) {
            root = element;
            checkVersion(uri);
        } else {
            parent.add(element);
        }
        validator().startElement(uri, name, qualified, attributes);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        Element element = open.peek();
        if (element != null) {
            element.append(characters, start, length);
        }
        validator().characters(characters, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        Element element = open.peek();
        if (element != null) {
            if (name.equalsIgnoreCase(MARKING)) {
                noteMarking(name, element.token());
            }
        }
        validator().endElement(uri, name, qualified);
        open.pop();
    }

    private int line() {
        return locator == null ? 1 : locator.getLineNumber();
    }

    private String path(@Nullable Element parent, String name) {
        String above = parent == null ? "" : parent.path();
        return above + "/" + schema.safeName(name);
    }

    private void noteMarking(String name, String value) {
        if (name.equalsIgnoreCase(MARKING) && Marking.tooHigh(value)) {
            tooHigh = place();
        }
    }

    private void checkVersion(String namespace) throws Refusal {
        if (namespace.startsWith(PpnSchema.FAMILY) && !namespace.equals(PpnSchema.NAMESPACE)) {
            throw new Refusal(Fault.WRONG_VERSION, place(), "this adapter reads version 1 of the notification");
        }
    }

    @Override
    public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) throws SAXException {
        throw new Refusal(Fault.FORBIDDEN_CONSTRUCT, place(), "a document type is never accepted");
    }

    @Override
    public void processingInstruction(String target, @Nullable String data) throws SAXException {
        throw new Refusal(Fault.FORBIDDEN_CONSTRUCT, place(), "a processing instruction is never accepted");
    }

    @Override
    public void skippedEntity(String name) throws SAXException {
        throw new Refusal(Fault.FORBIDDEN_CONSTRUCT, place(), "an entity is never accepted");
    }

    @Override
    public InputSource resolveEntity(
            @Nullable String name, @Nullable String publicId, @Nullable String baseUri, @Nullable String systemId)
            throws SAXException {
        throw new Refusal(Fault.FORBIDDEN_CONSTRUCT, place(), "an external entity is never accepted");
    }

    @Override
    public void warning(SAXParseException e) {
        error(e);
    }

    /** What the schema validator complains of. The parser itself knows no errors below the fatal ones. */
    @Override
    public void error(SAXParseException e) {
        if (firstFault == null) {
            firstFault = new Unreadable(Fault.NOT_VALID, place(), Complaint.words(Optional.ofNullable(e.getMessage())));
        }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw new Refusal(Fault.MALFORMED, place(), "not well-formed XML");
    }
}
