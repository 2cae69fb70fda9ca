package uk.mashhub.adapter.council.marf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.simulators.council.SampleForms;

/** Forms for tests, and short ways to look at what was read of them. */
final class Forms {
    static final SourceId CENSUS = new SourceId("council-cin");
    static final Received RECEIVED = new Received(new SourceId("school-form"), Instant.parse("2026-04-01T09:00:00Z"));

    private Forms() {}

    /** The smallest form, with room for one more part, which begins with a comma if it is not empty. */
    static String small(String more) {
        return smallWithChild("{\"key\":\"c\",\"names\":[{\"given\":[\"Ada\"],\"family\":\"Example\"}]}", more);
    }

    static String smallWithChild(String child, String more) {
        return """
                {"form":"council-marf","version":1,"classification":"OFFICIAL-SENSITIVE",
                 "submittedAt":"2026-03-09T10:40:00Z","referrer":{"professional":true},
                 "children":[%s],
                 "concern":{"whatHappened":"Something."},
                 "consent":{"parentsTold":true}%s}""".formatted(child, more);
    }

    static Contact read(String form) throws Unreadable {
        return new MarfTranslator(CENSUS).translate(form.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    static Contact sample(String name) throws Unreadable {
        return new MarfTranslator(CENSUS).translate(SampleForms.read(name), RECEIVED);
    }

    static ContactPerson person(Contact contact, String key) {
        return contact.people().stream()
                .filter(p -> p.key().value().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static List<SafetyFlag> flags(Contact contact, String key) {
        return person(contact, key).flags().stream().map(f -> f.flag()).toList();
    }

    static SourceItem item(Contact contact, String recordId) {
        return contact.items().stream()
                .filter(i -> i.recordId().equals(recordId))
                .findFirst()
                .orElseThrow();
    }

    static String values(SourceItem item) {
        return item.fields().stream()
                .map(f -> f.kind() + " " + f.label() + ": " + f.value() + "\n")
                .reduce("", String::concat);
    }
}
