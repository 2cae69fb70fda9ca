package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.match.People.ADA;
import static uk.mashhub.match.People.BEA;
import static uk.mashhub.match.People.NHS;
import static uk.mashhub.match.People.OTHER_NHS;
import static uk.mashhub.match.People.ada;
import static uk.mashhub.match.People.named;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.SupersededNhsNumber;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** A record that says that its NHS number superseded another is found under either and contradicts neither. */
class SupersededTest {
    private static final SupersededNhsNumber OLD = new SupersededNhsNumber(NHS.value());
    private static final NhsNumber THIRD = new NhsNumber("9990000034");
    private static final People RENUMBERED = ada().number(OTHER_NHS).number(OLD);

    private final Matcher matcher = Matcher.weighing();

    private Band band(People incoming, People known) {
        MatchResult there = matcher.match(incoming.details(), List.of(known.as(ADA)));
        MatchResult back = matcher.match(known.details(), List.of(incoming.as(ADA)));
        assertThat(back.certain()).isEqualTo(there.certain());
        return there.all().isEmpty() ? Band.DEFINITE_NO : there.all().get(0).band();
    }

    @Test
    void isTheSamePersonUnderTheOldNumberTheNewOneAndBoth() {
        assertThat(band(RENUMBERED, ada().number(NHS))).isEqualTo(Band.CERTAIN);
        assertThat(band(RENUMBERED, ada().number(OTHER_NHS))).isEqualTo(Band.CERTAIN);
        assertThat(band(RENUMBERED, ada().number(NHS).number(OTHER_NHS))).isEqualTo(Band.CERTAIN);
        assertThat(band(RENUMBERED, RENUMBERED)).isEqualTo(Band.CERTAIN);
    }

    @Test
    void sharesAKeyWithEither() {
        BlockingKeys keys = new BlockingKeys(new byte[32]);
        assertThat(keys.of(People.nobody().number(OTHER_NHS).number(OLD).details()))
                .containsAll(keys.of(People.nobody().number(NHS).details()))
                .containsAll(keys.of(People.nobody().number(OTHER_NHS).details()));
    }

    @Test
    void asksAPersonWhereNothingSaysThatOneSupersededTheOther() {
        People both = ada().number(NHS).number(OTHER_NHS);
        assertThat(band(both, ada().number(NHS))).isEqualTo(Band.POSSIBLE);
        assertThat(band(ada().number(OTHER_NHS), ada().number(NHS))).isEqualTo(Band.DEFINITE_NO);
        assertThat(band(ada().number(OLD), ada().number(OTHER_NHS)))
                .as("by what, it does not say")
                .isEqualTo(Band.DEFINITE_NO);
        assertThat(band(ada().number(OLD).number(OTHER_NHS).number(THIRD), ada().number(NHS)))
                .as("by which of two")
                .isEqualTo(Band.POSSIBLE);
    }

    @Test
    void asksAPersonWhereTwoRecordsSayOtherwise() {
        assertThat(band(RENUMBERED, ada().number(THIRD).number(OLD))).isEqualTo(Band.POSSIBLE);
        People back = ada().number(NHS).number(new SupersededNhsNumber(OTHER_NHS.value()));
        assertThat(matcher.match(RENUMBERED.details(), List.of(back.as(ADA))).all())
                .as("each supersedes the other")
                .isNotEmpty();
    }

    @Test
    void keepsWhoeverHasAThirdNumberApart() {
        assertThat(band(RENUMBERED, ada().number(THIRD))).isEqualTo(Band.DEFINITE_NO);
    }

    @Test
    void makesNobodyCertainWhoseNameOrStatuteSaysOtherwise() {
        assertThat(band(named("Zoe", "Other").number(OTHER_NHS).number(OLD), ada().number(NHS)))
                .isEqualTo(Band.POSSIBLE);
        MatchResult apart =
                matcher.match(RENUMBERED.details(), List.of(ada().number(NHS).as(BEA, StatuteFlag.ADOPTION)));
        assertThat(apart.all()).isEmpty();
        assertThat(apart.restricted()).hasSize(1);
    }
}
