package uk.mashhub.adapter.contract;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** The smallest translator that keeps the contract: a name and a note. With {@code hardened} false, one that does not. */
final class SmallXmlTranslator implements Translator {
    private final boolean hardened;

    SmallXmlTranslator(boolean hardened) {
        this.hardened = hardened;
    }

    @Override
    public String format() {
        return "small-v1+xml";
    }

    @Override
    public Contact translate(byte[] message, Received received) throws Unreadable {
        if (message.length > Received.LARGEST_MESSAGE) {
            throw new Unreadable(Unreadable.Fault.TOO_LARGE, "whole message", "too large");
        }
        String given = "";
        String family = "";
        StringBuilder note = new StringBuilder();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(message));
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD && hardened) {
                    throw new Unreadable(Unreadable.Fault.FORBIDDEN_CONSTRUCT, place(xml), "no document type");
                }
                if (event == XMLStreamConstants.START_ELEMENT && ++depth > 20 && hardened) {
                    throw new Unreadable(Unreadable.Fault.NOT_VALID, place(xml), "too deep");
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                if (event == XMLStreamConstants.START_ELEMENT && "person".equals(xml.getLocalName())) {
                    given = String.valueOf(xml.getAttributeValue(null, "given"));
                    family = String.valueOf(xml.getAttributeValue(null, "family"));
                    if ("SECRET".equals(xml.getAttributeValue(null, "marking"))) {
                        throw new Unreadable(Unreadable.Fault.CLASSIFIED_TOO_HIGH, place(xml), "marked too high");
                    }
                }
                if (event == XMLStreamConstants.CHARACTERS) {
                    note.append(xml.getText());
                }
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(
                    Unreadable.Fault.MALFORMED,
                    "line " + e.getLocation().getLineNumber(),
                    hardened ? "not well-formed" : "after '" + given + "': " + e.getMessage());
        }
        if (family.isBlank()) {
            throw new Unreadable(Unreadable.Fault.NOT_VALID, "/person", "nobody is named");
        }
        return contact(PersonName.usual(given, family), note.toString());
    }

    private XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        if (hardened) {
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        }
        return factory;
    }

    private static String place(XMLStreamReader xml) {
        return "line " + xml.getLocation().getLineNumber();
    }

    private static Contact contact(PersonName name, String note) {
        PersonKey key = new PersonKey("p1");
        PersonDetails details =
                new PersonDetails(List.of(name), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());
        SourceItem item = new SourceItem(
                "note",
                "1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EventTime.on(LocalDate.of(2026, 3, 2)),
                List.of(new SourceItem.SourceSubject(key, SubjectRole.INDEX_CHILD)),
                ItemLabels.fact(DataClass.REFERRAL_NARRATIVE),
                List.of(new ItemField(FieldKind.NARRATIVE, "Note", note)),
                List.of(),
                List.of());
        return new Contact(
                new Referrer("", "", "", "", "", true, false),
                Classification.OFFICIAL_SENSITIVE,
                Set.of(),
                false,
                List.of(new ContactPerson(key, Set.of(SubjectRole.INDEX_CHILD), details, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(item),
                List.of());
    }
}
