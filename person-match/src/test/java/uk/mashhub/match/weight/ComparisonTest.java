package uk.mashhub.match.weight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "Katherine, Katherine, SAME",
        "Katherine, Kate, VARIANT",
        "Katherine, K, INITIAL",
        "Katherine, Kathrine, CLOSE",
        "Mohammed, Muhamad, SOUND",
        "Ngozi, Adaeze, DIFFERENT"
    })
    void gradesForenames(String a, String b, Grade grade) {
        assertThat(both(named(a, "Sample"), named(b, "Sample")).is(Field.FORENAME, grade))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Okonkwo, Okonkwo, SAME",
        "Okonkwo-Reed, Okonkwo, HALF",
        "Okonkwo, Okonkow, CLOSE",
        "Okonkwo, Reed, DIFFERENT"
    })
    void gradesSurnames(String a, String b, Grade grade) {
        assertThat(both(named("Ada", a), named("Ada", b)).is(Field.SURNAME, grade))
                .isTrue();
    }

    @Test
    void seesForenameAndSurnameSwapped() {
        Comparison swapped = both(named("Wei", "Zhang"), named("Zhang", "Wei"));
        assertThat(swapped.is(Field.FORENAME, Grade.SWAPPED)).isTrue();
        assertThat(swapped.is(Field.SURNAME, Grade.SWAPPED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "20140307, 20140307, SAME",
        "20140101, 20140101, SAME_DEFAULT",
        "20140307, 20140703, SWAPPED",
        "20140307, 20140317, CLOSE",
        "20140307, 20140101, YEAR_DEFAULT",
        "20140307, 20130307, CLOSE",
        "20140307, 20141225, YEAR",
        "20140307, 19881225, DIFFERENT",
        "18528803, 18520803, CLOSE"
    })
    void gradesDates(String a, String b, Grade grade) {
        assertThat(Birth.compare(birth(a), birth(b))).isEqualTo(grade);
        assertThat(Birth.compare(birth(b), birth(a))).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"20140307, YEAR_DEFAULT", "20140901, DIFFERENT"})
    void comparesAnExpectedDateWithABirth(String born, Grade grade) {
        assertThat(Birth.compare(new Birth("20140401", false, true), birth(born)))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "ZZ1 1AA, zz11aa, SAME",
        "LS2 7DF, LS2 7DG, SECTOR",
        "LS2 7DF, LS2 8AB, DISTRICT",
        "LS2 7DF, LS22 1AB, AREA",
        "LS2 7DF, LS3 7DF, CLOSE",
        "LS2 7DF, B1 1AA, DIFFERENT"
    })
    void gradesPostcodes(String a, String b, Grade grade) {
        assertThat(both(Profile.of("1", "").postcode(a), Profile.of("2", "").postcode(b))
                        .is(Field.POSTCODE, grade))
                .isTrue();
    }

    @Test
    void takesTheNearestOfSeveralNames() {
        Profile.Builder aliased = named("Ada", "Reed").name(Name.of("Ada", "Okonkwo"));
        assertThat(both(aliased, named("Ada", "Okonkwo")).is(Field.SURNAME, Grade.SAME))
                .isTrue();
    }

    @Test
    void saysNothingOfAFieldThatOneLacks() {
        assertThat(both(named("Ada", ""), named("Ada", "Reed")).grade(Field.SURNAME))
                .isEqualTo(Field.MISSING);
        assertThat(both(named("Ada", "Reed"), named("Ada", "Reed")).grade(Field.BORN))
                .isEqualTo(Field.MISSING);
    }

    @Test
    void keepsAllGradesInItsPattern() {
        Comparison comparison = both(
                named("Ada", "Reed").born(birth("20140307")),
                named("Ade", "Reed").born(birth("20140703")));
        byte[] grades = Comparison.grades(comparison.pattern());
        for (Field field : Field.values()) {
            assertThat((int) grades[field.ordinal()]).isEqualTo(comparison.grade(field));
        }
    }

    private static Birth birth(String digits) {
        return new Birth(digits, false, false);
    }

    private static Profile.Builder named(String forename, String surname) {
        return Profile.of(forename, "").name(Name.of(forename, surname));
    }

    private static Comparison both(Profile.Builder a, Profile.Builder b) {
        return Comparison.of(a.build(), b.build());
    }
}
