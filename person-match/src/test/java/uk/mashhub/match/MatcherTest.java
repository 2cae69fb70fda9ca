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
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.Sex;

class MatcherTest {
    private static final Upn UPN = new Upn("B801200005001");
    private static final Crn CRN = new Crn("X123456");

    private final Matcher matcher = new Matcher();

    @Test
    void isCertainWhenACheckedNumberAndTheNameAgree() {
        assertCertain(ada().number(NHS), ada().number(NHS));
        assertCertain(
                named("Ada", "Example").number(NHS), named("Ada", "Example").number(NHS));
        assertCertain(named("Ada", "").number(UPN), ada().number(UPN));
        PncId pnc = new PncId("2002/0073319Z");
        assertCertain(named("A", "EXAMPLE").number(pnc), ada().number(pnc));
    }

    @Test
    void isCertainWhenOneSourcesOwnNumberAgrees() {
        LocalId rms = new LocalId(new SourceId("rms"), "P-1");
        assertCertain(ada().number(rms), ada().number(rms));
    }

    @Test
    void comparesOwnNumbersWithinOneSourceOnly() {
        People one = named("Ada", "Example").number(new LocalId(new SourceId("rms"), "17"));
        People two = named("Ada", "Example").number(new LocalId(new SourceId("liquid"), "17"));
        assertUnknown(one, two);
    }

    @Test
    void asksAPersonWhenTheNumberAgreesAndSomethingContradictsIt() {
        People known = ada().number(NHS);
        assertPossible(named("Ada", "Example").born("2015-07-03").number(NHS), known);
        assertPossible(named("Ada", "Sample").born("2015-03-07").number(NHS), known);
        assertPossible(named("Zoe", "Example").born("2015-03-07").number(NHS), known);
        assertPossible(named("Ada", "Example").born("1985-03-07").number(NHS), known);
        assertPossible(ada().number(NHS).of(Sex.MALE), known.of(Sex.FEMALE));
        assertPossible(ada().number(NHS).number(UPN), known.number(new Upn("T373400015001")));
    }

    /** Twins under one number by mistake: all that tells them apart may be a middle name or one letter. */
    @Test
    void asksAPersonWhenTheNumberAgreesAndTheForenamesAreOnlyNearlyAlike() {
        assertPossible(
                named("Mohammed Ali", "Example").number(NHS),
                named("Mohammed Hassan", "Example").number(NHS));
        assertPossible(
                named("Mia", "Example").number(NHS), named("Lia", "Example").number(NHS));
    }

    @Test
    void asksAPersonWhenNothingBearsTheNumberOut() {
        assertPossible(People.nobody().number(NHS), ada().number(NHS));
        assertPossible(People.nobody().born("2015-03-07").number(NHS), ada().number(NHS));
    }

    @Test
    void asksMoreOfANumberWithoutCheckDigit() {
        assertPossible(named("", "Example").number(CRN), ada().number(CRN));
        assertCertain(named("Ada", "Example").number(CRN), ada().number(CRN));
    }

    @Test
    void isCertainWhenFullNameBirthDateAndAddressAgree() {
        assertCertain(ada(), ada());
        People folded = named("ADA", "example").born("2015-03-07").at("zz11aa");
        assertCertain(folded, ada());
        People one = named("Ada", "Example").born("2015-03-07");
        assertCertain(one.atProperty("100"), one.atProperty("0100"));
    }

    @Test
    void readsAPlaceholderPostcodeAsNoAddress() {
        People nowhere = named("Ada", "Example").born("2015-03-07").at("ZZ99 3VZ");
        assertPossible(nowhere, nowhere);
        People notKnown = named("Ada", "Example").born("2015-03-07").at("NOT KNOWN");
        assertPossible(notKnown, notKnown);
    }

    @Test
    void asksAPersonWhenNameAndBirthDateAgreeWithoutMore() {
        People bare = named("Ada", "Example").born("2015-03-07");
        assertPossible(bare, ada());
        assertPossible(named("A", "Example").born("2015-03-07"), ada());
        assertPossible(
                named("Liz", "Example").born("2015-03-07"),
                named("Elizabeth", "Example").born("2015-03-07"));
        assertPossible(named("Ada", "Example").born("2015-11-30"), ada());
        assertPossible(named("Example", "Ada").born("2015-03-07"), ada());
        assertPossible(named("Ada Example", "").born("2015-03-07"), ada());
        assertPossible(named("Ada", "Example-Sample").born("2015-03-07"), ada());
        assertPossible(named("Adda", "Example").born("2015-03-07").at("ZZ1 1AA"), ada());
    }

    @Test
    void neverMakesASwappedNameCertain() {
        assertPossible(named("Example", "Ada").born("2015-03-07").at("ZZ1 1AA"), ada());
        assertPossible(named("Example", "Ada").number(NHS), ada().number(NHS));
    }

    @Test
    void asksAPersonAboutAChildUnderTheOtherParentsSurname() {
        assertPossible(named("Ada", "Sample").born("2015-03-07").at("ZZ1 1AA"), ada());
    }

    @Test
    void asksAPersonAboutAnAdultWhoseBirthDateNobodyKnows() {
        assertPossible(
                named("Darren", "Sample").at("ZZ1 1AA"),
                named("Darren", "Sample").born("1985-01-20").at("ZZ1 1AA"));
        assertUnknown(named("Darren", "Sample"), named("Darren", "Sample").born("1985-01-20"));
    }

    @Test
    void neverMakesAnAliasOrAFormerNameCertain() {
        for (NameUse use : List.of(NameUse.ALIAS, NameUse.FORMER, NameUse.BIRTH)) {
            People known = named("Ada", "Sample")
                    .name(use, "Ada", "Example")
                    .born("2015-03-07")
                    .at("ZZ1 1AA");
            assertPossible(ada(), known);
            assertPossible(ada().number(NHS), known.number(NHS));
        }
    }

    @Test
    void keepsPeopleApartWhoseNhsNumbersDiffer() {
        MatchResult result = compare(ada().number(NHS), ada().number(OTHER_NHS));
        assertThat(result.all()).isEmpty();
        assertThat(result.ruledOut()).extracting(Likeness::band).containsExactly(Band.DEFINITE_NO);
    }

    @Test
    void asksAPersonWhenNumbersContradictEachOther() {
        assertPossible(ada().number(NHS).number(UPN), ada().number(OTHER_NHS).number(UPN));
        assertPossible(ada().number(NHS), ada().number(NHS).number(OTHER_NHS));
    }

    @Test
    void keepsTwinsApart() {
        MatchResult result = compare(named("Zoe", "Example").born("2015-03-07").at("ZZ1 1AA"), ada());
        assertThat(result.all()).isEmpty();
        assertThat(result.ruledOut()).hasSize(1);
    }

    @Test
    void keepsTheUnbornApartUnlessAPersonJoinsThem() {
        People unborn =
                named("Unborn", "Example").born("2026-03-01", Accuracy.EXPECTED).at("ZZ1 1AA");
        People newborn = named("Ada", "Example").born("2026-02-20").at("ZZ1 1AA");
        assertPossible(unborn, newborn);
        assertPossible(unborn, unborn);
        assertPossible(newborn.number(NHS), unborn.number(NHS));
    }

    @Test
    void makesNobodyCertainWhenTwoAreAsNear() {
        MatchResult result = matcher.match(ada().details(), List.of(ada().as(ADA), ada().as(BEA)));
        assertThat(result.certain()).isEmpty();
        assertThat(result.possible()).extracting(Likeness::id).containsExactly(ADA, BEA);
    }

    @Test
    void prefersANumberToANameAndStillNamesTheOther() {
        MatchResult result = matcher.match(
                ada().number(NHS).details(),
                List.of(ada().as(ADA), ada().number(NHS).as(BEA)));
        assertThat(result.certain()).contains(BEA);
        assertThat(result.possible()).extracting(Likeness::id).containsExactly(ADA);
        assertThat(result.all()).hasSize(2);
    }

    @Test
    void isNotCertainWhereAnotherRecordOfThatPersonRulesItOut() {
        MatchResult result = matcher.match(
                ada().number(NHS).details(),
                List.of(ada().number(NHS).as(ADA), ada().number(OTHER_NHS).as(ADA)));
        assertThat(result.certain()).isEmpty();
        assertThat(result.possible()).hasSize(1);
    }

    @Test
    void knowsNobodyWhereNothingAgrees() {
        assertUnknown(named("Bob", "Sample").born("1970-05-05"), ada());
        assertUnknown(People.nobody(), People.nobody());
        assertThat(matcher.match(ada().details(), List.of()))
                .isEqualTo(new MatchResult(List.of(), List.of(), List.of()));
    }

    @Test
    void takesNoMissingFieldForAnAgreement() {
        assertUnknown(named("Unknown", "Unknown"), named("Unknown", "Unknown"));
        assertUnknown(named("", "Example"), named("", "Example"));
        assertUnknown(named("Ada", ""), named("Ada", ""));
    }

    private void assertCertain(People incoming, People known) {
        assertThat(compare(incoming, known).certain()).contains(ADA);
        assertThat(compare(known, incoming).certain()).contains(ADA);
    }

    private void assertPossible(People incoming, People known) {
        assertThat(compare(incoming, known).all()).extracting(Likeness::band).containsExactly(Band.POSSIBLE);
        assertThat(compare(known, incoming).all()).extracting(Likeness::band).containsExactly(Band.POSSIBLE);
    }

    private void assertUnknown(People incoming, People known) {
        assertThat(compare(incoming, known)).isEqualTo(new MatchResult(List.of(), List.of(), List.of()));
    }

    private MatchResult compare(People incoming, People known) {
        return matcher.match(incoming.details(), List.of(known.as(ADA)));
    }
}
