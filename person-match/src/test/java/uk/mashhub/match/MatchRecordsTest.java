package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.mashhub.match.People.ADA;
import static uk.mashhub.match.People.BEA;
import static uk.mashhub.match.People.NHS;
import static uk.mashhub.match.People.ada;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchRecordsTest {
    private static final Explanation WHY = new Explanation(List.of("because"));

    @Test
    void refusesTwoCertainPeople() {
        Likeness one = new Likeness(ADA, Band.CERTAIN, WHY);
        Likeness two = new Likeness(BEA, Band.CERTAIN, WHY);
        assertRefused(List.of(one, two), List.of());
        assertRefused(List.of(new Likeness(BEA, Band.POSSIBLE, WHY), one), List.of());
    }

    @Test
    void refusesSomebodyInTheWrongList() {
        assertRefused(List.of(new Likeness(ADA, Band.DEFINITE_NO, WHY)), List.of());
        assertRefused(List.of(), List.of(new Likeness(ADA, Band.POSSIBLE, WHY)));
    }

    @Test
    void refusesARestrictionWithoutAUnit() {
        assertThatThrownBy(() -> new Restricted(ADA, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> new Candidate(ADA, null, Set.of())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Candidate(null, ada().details(), Set.of()))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Likeness(ADA, null, WHY)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Matcher().match(null, List.of())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Matcher().match(ada().details(), null)).isInstanceOf(NullPointerException.class);
    }

    /** Neither in what is printed nor in the words of an explanation. */
    @Test
    void tellsNoPersonalValue() {
        People person = ada().number(NHS);
        Candidate candidate = person.as(ADA);
        MatchResult result = new Matcher().match(person.details(), List.of(candidate));
        Likeness likeness = result.all().get(0);
        String told = candidate + " " + result + " " + likeness + " " + likeness.why() + " "
                + String.join(" ", likeness.why().words());
        assertThat(told).doesNotContainIgnoringCase("ada").doesNotContainIgnoringCase("example");
        assertThat(told).doesNotContain("2015").doesNotContain("ZZ1").doesNotContain(NHS.value());
    }

    private static void assertRefused(List<Likeness> all, List<Likeness> ruledOut) {
        assertThatThrownBy(() -> new MatchResult(all, ruledOut, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
