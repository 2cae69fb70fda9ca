package uk.mashhub.adapter.police.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.vocabulary.Sex;

class LikenessTest {
    private static final long SEED = 11L;
    private static final NhsNumber NHS = new NhsNumber("9990000018");
    private static final NhsNumber OTHER_NHS = new NhsNumber("9990000026");
    private static final PncId PNC = new PncId("2003/0011985X");

    private static AskedPerson asked(PersonIdentifier... numbers) {
        return PoliceFixture.asked("k", "Maya", "Okonkwo-Test", "2016-05-14", numbers);
    }

    private static PersonDetails found(String given, String family, String born, PersonIdentifier... numbers) {
        return new PersonDetails(
                List.of(PersonName.usual(given, family)),
                born.isEmpty() ? Optional.empty() : Optional.of(BirthDate.accurate(LocalDate.parse(born))),
                Sex.UNKNOWN,
                List.of(numbers),
                List.of(),
                List.of());
    }

    @Test
    void isCertainByANumberOrByFullNameAndBirthDate() {
        assertThat(Likeness.of(asked(NHS), found("Maia", "Okonkwo Test", "2016-04-14", NHS)))
                .isEqualTo(Likeness.SAME_NUMBER);
        assertThat(Likeness.of(asked(), found("MAYA", "OKONKWO TEST", "2016-05-14")))
                .isEqualTo(Likeness.SAME_NAME_AND_BIRTH_DATE);
    }

    @Test
    void doubtsANumberThatNothingElseBearsOut() {
        assertThat(Likeness.of(asked(NHS), found("Otto", "Stranger-Test", "1960-01-01", NHS)))
                .isEqualTo(Likeness.POSSIBLE);
    }

    @Test
    void doubtsANumberBesideAnotherThatDisagrees() {
        assertThat(Likeness.of(asked(NHS, PNC), found("Maya", "Okonkwo-Test", "2016-05-14", OTHER_NHS, PNC)))
                .isEqualTo(Likeness.POSSIBLE);
    }

    @Test
    void takesAnotherNumberOfTheSameKindForAnotherPerson() {
        assertThat(Likeness.of(asked(NHS), found("Maya", "Okonkwo-Test", "2016-05-14", OTHER_NHS)))
                .isEqualTo(Likeness.OTHER);
    }

    @Test
    void doubtsASwappedBirthDateAndAnInitial() {
        assertThat(Likeness.of(asked(), found("Maya", "Okonkwo-Test", "2016-01-01")))
                .isEqualTo(Likeness.POSSIBLE);
        assertThat(Likeness.of(asked(), found("M", "Okonkwo-Test", "2016-05-14")))
                .isEqualTo(Likeness.POSSIBLE);
        assertThat(Likeness.of(asked(), found("Zoe", "Okonkwo-Test", "2016-05-14")))
                .isEqualTo(Likeness.OTHER);
    }

    @Test
    void isNeverSurerForKnowingLess() {
        Random random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            PersonDetails full = any(random);
            PersonDetails less = new PersonDetails(
                    full.names(),
                    random.nextBoolean() ? Optional.empty() : full.birthDate(),
                    full.sex(),
                    random.nextBoolean() && !full.identifiers().contains(OTHER_NHS) ? List.of() : full.identifiers(),
                    List.of(),
                    List.of());
            AskedPerson asked = asked(NHS, PNC);
            assertThat(rank(Likeness.of(asked, less)))
                    .as("variant %d of seed %d", i, SEED)
                    .isGreaterThanOrEqualTo(Math.min(1, rank(Likeness.of(asked, full))));
        }
    }

    /** 0 where the record is taken as the person's, 1 where somebody must look or it is somebody else's. */
    private static int rank(Likeness likeness) {
        return likeness == Likeness.SAME_NUMBER || likeness == Likeness.SAME_NAME_AND_BIRTH_DATE ? 0 : 1;
    }

    private static PersonDetails any(Random random) {
        List<PersonIdentifier> numbers = new ArrayList<>();
        if (random.nextBoolean()) {
            numbers.add(random.nextBoolean() ? NHS : OTHER_NHS);
        }
        if (random.nextBoolean()) {
            numbers.add(PNC);
        }
        String[] given = {"Maya", "Mia", "Otto"};
        String[] family = {"Okonkwo-Test", "Okonkwo", "Stranger-Test"};
        String[] born = {"2016-05-14", "2016-01-01", "1960-01-01"};
        return found(
                given[random.nextInt(3)],
                family[random.nextInt(3)],
                born[random.nextInt(3)],
                numbers.toArray(PersonIdentifier[]::new));
    }

    @Test
    void givesNobodyARecordThatTwoPeopleClaim() {
        Hit hit = new Hit("r1", sheet(found("Maya", "Okonkwo-Test", "2016-05-14", NHS)), List.of());
        Hits hits = new Hits();
        hits.take(asked(NHS), List.of(hit), false);
        hits.take(PoliceFixture.asked("k2", "Maya", "Okonkwo-Test", "2016-05-14"), List.of(hit), false);
        hits.settle();
        assertThat(hits.certain()).isEmpty();
        assertThat(hits.possible().keySet()).containsExactlyInAnyOrder(new PersonKey("k"), new PersonKey("k2"));
        assertThat(hits.candidates()).containsExactly(Map.entry(hit, List.of(new PersonKey("k"), new PersonKey("k2"))));
    }

    @Test
    void takesNothingForCertainFromASearchThatWasCutShort() {
        Hit hit = new Hit("r1", sheet(found("Maya", "Okonkwo-Test", "2016-05-14", NHS)), List.of());
        Hits hits = new Hits();
        hits.take(asked(NHS), List.of(hit), true);
        hits.settle();
        assertThat(hits.certain()).isEmpty();
        assertThat(hits.possible()).hasSize(1);
    }

    private static PersonSheet sheet(PersonDetails d) {
        return new PersonSheet(
                new PersonKey("record/r1"),
                java.util.Set.of(),
                d.names(),
                d.birthDate(),
                d.sex(),
                d.identifiers(),
                List.of(),
                List.of(),
                List.of(),
                java.util.Set.of(),
                false);
    }
}
