package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.match.People.ADA;
import static uk.mashhub.match.People.BEA;
import static uk.mashhub.match.People.NHS;
import static uk.mashhub.match.People.OTHER_NHS;
import static uk.mashhub.match.People.ada;
import static uk.mashhub.match.People.named;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.vocabulary.StatuteFlag;

class RestrictedTest {
    private final Matcher matcher = new Matcher();

    @ParameterizedTest
    @CsvSource({
        "ADOPTION, ADOPTION_LEAD",
        "GENDER_RECOGNITION, LEGAL",
        "WITNESS_PROTECTION, PROTECTED_PERSONS_UNIT",
        "UNKNOWN, IG_LEAD"
    })
    void namesSuchAPersonToTheUnitOnly(StatuteFlag statute, Reviewer unit) {
        MatchResult result = matcher.match(
                ada().number(NHS).details(), List.of(ada().number(NHS).as(ADA, statute)));
        assertThat(result.all()).isEmpty();
        assertThat(result.ruledOut()).isEmpty();
        assertThat(result.restricted()).containsExactly(new Restricted(ADA, Set.of(unit)));
    }

    /** Domain notes section 6, case 17. */
    @Test
    void doesNotLinkAnAdoptedChildByBirthNameAndOldNumber() {
        People adopted = named("Ada", "Sample")
                .name(NameUse.BIRTH, "Ada", "Example")
                .born("2015-03-07")
                .number(OTHER_NHS)
                .number(NHS);
        MatchResult result = matcher.match(ada().number(NHS).details(), List.of(adopted.as(ADA, StatuteFlag.ADOPTION)));
        assertThat(result.all()).isEmpty();
        assertThat(result.restricted()).extracting(Restricted::id).containsExactly(ADA);
    }

    @Test
    void holdsAStatuteOfOneRecordForThePerson() {
        MatchResult result =
                matcher.match(ada().details(), List.of(ada().as(ADA), ada().as(ADA, StatuteFlag.ADOPTION)));
        assertThat(result.all()).isEmpty();
        assertThat(result.restricted()).hasSize(1);
    }

    @Test
    void restrictsWhateverARestrictedRecordIsLike() {
        MatchResult result =
                matcher.match(ada().details(), Set.of(StatuteFlag.ADOPTION), List.of(ada().as(ADA), ada().as(BEA)));
        assertThat(result.all()).isEmpty();
        assertThat(result.restricted()).extracting(Restricted::id).containsExactly(ADA, BEA);
    }

    @Test
    void tellsTheUnitNothingOfSomebodyElse() {
        MatchResult result = matcher.match(
                ada().number(NHS).details(), List.of(ada().number(OTHER_NHS).as(ADA, StatuteFlag.ADOPTION)));
        assertThat(result.restricted()).isEmpty();
        assertThat(result.ruledOut()).isEmpty();
    }

    @Test
    void treatsAStatuteThatForbidsNoLinkAsNone() {
        MatchResult result = matcher.match(ada().details(), List.of(ada().as(ADA, StatuteFlag.FAMILY_COURT)));
        assertThat(result.certain()).contains(ADA);
        assertThat(result.restricted()).isEmpty();
    }

    @Test
    void printsNoTrace() {
        MatchResult result = matcher.match(ada().details(), List.of(ada().as(ADA, StatuteFlag.ADOPTION)));
        MatchResult nobody = matcher.match(ada().details(), List.of());
        assertThat(result).hasToString(nobody.toString());
        assertThat(result.restricted().toString()).doesNotContain(ADA.toString());
    }
}
