package uk.mashhub.model.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;

class PersonFactsTest {
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate MAY_9 = LocalDate.of(2026, 5, 9);

    @Test
    void holdsAFlagWhileItsDatesSayAndWheneverTheyAreNotKnown() {
        assertThat(flag(Optional.empty(), Optional.empty()).holdsOn(MAY_1)).isTrue();
        assertThat(flag(Optional.of(MAY_1), Optional.of(MAY_9)).holdsOn(MAY_1)).isTrue();
        assertThat(flag(Optional.of(MAY_1), Optional.of(MAY_9)).holdsOn(MAY_9)).isTrue();
        assertThat(flag(Optional.of(MAY_1), Optional.of(MAY_9)).holdsOn(MAY_9.plusDays(1)))
                .isFalse();
        assertThat(flag(Optional.of(MAY_1), Optional.empty()).holdsOn(MAY_1.minusDays(1)))
                .isFalse();
    }

    @Test
    void countsAMemberOnTheFirstAndTheLastDay() {
        PersonId person = new PersonId(new UUID(0, 1));
        HouseholdMember member = new HouseholdMember(person, Optional.of(MAY_1), Optional.of(MAY_9));
        assertThat(member.livedThereOn(MAY_1)).isTrue();
        assertThat(member.livedThereOn(MAY_9)).isTrue();
        assertThat(member.livedThereOn(MAY_1.minusDays(1))).isFalse();
        assertThat(new HouseholdMember(person, Optional.empty(), Optional.empty()).livedThereOn(MAY_1))
                .isTrue();
    }

    @Test
    void takesTheUsualNameBeforeAnyOther() {
        PersonName alias = new PersonName(List.of("Zoe"), "Sample", NameUse.ALIAS);
        PersonName usual = PersonName.usual("Ada", "Example");
        assertThat(details(List.of(alias, usual)).usualName()).contains(usual);
        assertThat(details(List.of(alias)).usualName()).contains(alias);
        assertThat(details(List.of()).usualName()).isEmpty();
    }

    @Test
    void writesANameInFull() {
        assertThat(new PersonName(List.of("Ada", "Mary"), "Example", NameUse.USUAL).full())
                .isEqualTo("Ada Mary Example");
        assertThat(new PersonName(List.of("Ada"), "", NameUse.USUAL).full()).isEqualTo("Ada");
        assertThat(new PersonName(List.of(), "Example", NameUse.USUAL).full()).isEqualTo("Example");
    }

    @Test
    void refusesANameOrAnAddressThatSaysNothing() {
        assertThatThrownBy(() -> new PersonName(List.of(), " ", NameUse.USUAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Address(List.of(), " ", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PersonFlag flag(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new PersonFlag(SafetyFlag.SAFE_ADDRESS, new SourceId("rms"), from, to);
    }

    private static PersonDetails details(List<PersonName> names) {
        return new PersonDetails(names, Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());
    }
}
