package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.council.marf.MarfTranslator;
import uk.mashhub.hub.TheHub;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.NhsNumber;

/** What the benchmark sends are forms that the hub can read, each about people of its own. */
class BenchFormsTest {
    @Test
    void makesFormsAboutPeopleWhoAreInNoOther() throws Exception {
        BenchForms forms = new BenchForms(TheHub.root());
        Set<NhsNumber> numbers = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Contact contact = new MarfTranslator()
                    .translate(forms.form(), new Received(new SourceId("school-form"), Instant.EPOCH));
            List<NhsNumber> theirs = contact.people().stream()
                    .map(ContactPerson::details)
                    .flatMap(d -> d.identifiers().stream())
                    .filter(NhsNumber.class::isInstance)
                    .map(NhsNumber.class::cast)
                    .toList();
            assertThat(theirs).hasSize(3).allMatch(n -> n.value().startsWith("999"));
            theirs.forEach(n -> assertThat(numbers.add(n)).isTrue());
        }
    }

    /** Whoever compares sizes compares situations, not names. */
    @Test
    void makesFormsOfOneLength() throws Exception {
        BenchForms forms = new BenchForms(TheHub.root());
        int length = forms.form().length;
        for (int i = 0; i < 200; i++) {
            assertThat(forms.form()).hasSize(length);
        }
    }

    @Test
    void leavesOutTheFather() throws Exception {
        byte[] form = new BenchForms(TheHub.root()).form();
        Contact contact = new MarfTranslator()
                .translate(BenchForms.withoutTheFather(form), new Received(new SourceId("school-form"), Instant.EPOCH));
        assertThat(contact.people()).hasSize(2);
        assertThat(contact.relationships())
                .hasSize(2)
                .allSatisfy(r -> assertThat(r.toString()).doesNotContain("daniel"));
    }
}
