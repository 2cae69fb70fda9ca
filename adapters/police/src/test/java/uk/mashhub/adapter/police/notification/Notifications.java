package uk.mashhub.adapter.police.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.simulators.police.PoliceFiles;

/** Sample notifications, and what to look for in their contacts. */
final class Notifications {
    private static final NotificationTranslator TRANSLATOR = new NotificationTranslator();
    private static final Received RECEIVED = new Received(new SourceId("ppn"), Instant.parse("2026-04-01T09:00:00Z"));

    private Notifications() {}

    static Contact sample(String name) throws Unreadable {
        return TRANSLATOR.translate(PoliceFiles.notification(name), RECEIVED);
    }

    static String text(String name) {
        return new String(PoliceFiles.notification(name), StandardCharsets.UTF_8);
    }

    static Contact of(String xml) throws Unreadable {
        return TRANSLATOR.translate(xml.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    static Contact of(byte[] xml) throws Unreadable {
        return TRANSLATOR.translate(xml, RECEIVED);
    }

    static ContactPerson person(Contact contact, String key) {
        return contact.people().stream()
                .filter(p -> p.key().equals(new PersonKey(key)))
                .findFirst()
                .orElseThrow();
    }

    static List<SafetyFlag> flags(Contact contact, String key) {
        return person(contact, key).flags().stream().map(PersonFlag::flag).toList();
    }

    static SourceItem item(Contact contact, String recordId) {
        return contact.items().stream()
                .filter(i -> i.recordId().equals(recordId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + recordId));
    }

    static List<SourceItem> items(Contact contact, DataClass dataClass) {
        return contact.items().stream()
                .filter(i -> i.labels().dataClass() == dataClass)
                .toList();
    }

    static String values(SourceItem item) {
        return item.fields().stream().map(f -> f.value()).toList().toString();
    }

    static List<String> subjects(SourceItem item) {
        return item.subjects().stream().map(s -> s.person().value()).distinct().toList();
    }
}
