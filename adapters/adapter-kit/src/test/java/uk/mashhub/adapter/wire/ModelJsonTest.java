package uk.mashhub.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.Uprn;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

class ModelJsonTest {
    private static final PersonKey KEY = new PersonKey("child-1");

    @Test
    void readsBackWhatItWrote() {
        Answer answer = anAnswer();
        assertThat(ModelJson.read(ModelJson.write(answer), Answer.class)).isEqualTo(answer);
    }

    @Test
    void refusesWithoutRepeatingTheInput() {
        assertThatThrownBy(() -> ModelJson.read("{\"secret\":1}".getBytes(StandardCharsets.UTF_8), Answer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private static Answer anAnswer() {
        PersonDetails details = new PersonDetails(
                List.of(PersonName.usual("Ada", "Example")),
                Optional.of(BirthDate.accurate(LocalDate.of(2015, 3, 7))),
                Sex.FEMALE,
                List.of(new NhsNumber("9990000018"), new LocalId(new SourceId("rms"), "P-1")),
                List.of(new DatedAddress(
                        new Address(List.of("1 Test Street"), "ZZ1 1ZZ", Optional.of(new Uprn("100"))),
                        DatedAddress.AddressUse.CURRENT,
                        Optional.empty(),
                        Optional.empty())),
                List.of());
        SourceItem item = new SourceItem(
                "r1",
                "1",
                Optional.empty(),
                Optional.of("occ-1"),
                Optional.of(Instant.EPOCH),
                EventTime.on(LocalDate.of(2026, 1, 2)),
                List.of(new SourceItem.SourceSubject(KEY, SubjectRole.INDEX_CHILD)),
                ItemLabels.fact(DataClass.EDUCATION),
                List.of(new ItemField(FieldKind.ATTENDANCE, "Attendance", "81%")),
                List.of(),
                List.of());
        return new Answer(
                new QuestionId(new UUID(1, 2)),
                new SourceId("rms"),
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(KEY, Set.of(SubjectRole.INDEX_CHILD), details, List.of())),
                List.of(),
                List.of(),
                List.of(item),
                List.of());
    }
}
