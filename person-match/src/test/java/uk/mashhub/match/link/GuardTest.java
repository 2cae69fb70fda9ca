package uk.mashhub.match.link;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.match.link.LinkedPeople.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.weight.Comparison;
import uk.mashhub.match.weight.Field;
import uk.mashhub.match.weight.ModelFile;
import uk.mashhub.match.weight.Profile;

class GuardTest {
    private static final String BORN = "20190307";

    @Test
    void keepsDifferentNhsNumbersApart() {
        assertThat(guard(nhs("1", "9990000018"), nhs("2", "9990000026"))).contains(Guard.NHS_NUMBERS_DIFFER);
        assertThat(guard(nhs("1", "9990000018"), nhs("2", "9990000018"))).isEmpty();
    }

    @Test
    void knowsASupersededNumberByTheRecordThatCarriesBoth() {
        Profile.Builder both = nhs("1", "9990000026").number(Field.NHS_NUMBER, "9990000018");
        assertThat(guard(both, nhs("2", "9990000018"))).isEmpty();
    }

    @Test
    void letsSomebodyLookWhereAnotherNumberAgrees() {
        assertThat(guard(
                        nhs("1", "9990000018").number(Field.UPN, "X"),
                        nhs("2", "9990000026").number(Field.UPN, "X")))
                .contains(Guard.NUMBERS_DIFFER);
    }

    @Test
    void keepsThoseApartWhomAStatuteKeepsApart() {
        assertThat(guard(child("1", "Ada", "Reed", BORN).keptApart(), child("2", "Ada", "Reed", BORN)))
                .contains(Guard.KEPT_APART);
    }

    @Test
    void holdsTwinsAndBabiesWithoutForename() {
        assertThat(guard(child("1", "Mia", "Reed", BORN), child("2", "Mya", "Reed", BORN)))
                .contains(Guard.FORENAME_IN_DOUBT);
        assertThat(guard(child("1", "Baby", "Reed", BORN), child("2", "Ada", "Reed", BORN)))
                .contains(Guard.FORENAME_IN_DOUBT);
    }

    @Test
    void holdsBrothersWhoShareTheFirstOfTwoForenames() {
        assertThat(guard(child("1", "Chun-Hei", "Zhang", BORN), child("2", "Chun-Ho", "Zhang", BORN)))
                .contains(Guard.FORENAME_IN_DOUBT);
        assertThat(guard(child("1", "Chun-Hei", "Zhang", BORN), child("2", "Chunhei", "Zhang", BORN)))
                .isEmpty();
        assertThat(guard(child("1", "Chun-Hei", "Zhang", BORN), child("2", "Chun H", "Zhang", BORN)))
                .isEmpty();
    }

    @Test
    void holdsAChildNamedAfterAParent() {
        assertThat(guard(child("1", "Owain", "Reed", BORN), child("2", "Owain", "Reed", "19850912")))
                .contains(Guard.BIRTH_IN_DOUBT);
    }

    /** People of one house agree in surname, address, telephone, school and mother: no weight may make one of two. */
    @Test
    void neverLinksAHouseholdOnItsOwn() {
        List<Profile> records = new ArrayList<>(LinkedPeople.of(60, 3));
        records.add(home("t-1", "Mia", BORN));
        records.add(home("t-2", "Mya", BORN));
        records.add(home("s-1", "Gethin", "20160712"));
        records.add(home("f-1", "Mia", "19850912"));
        records.add(home("b-1", "Baby", BORN));
        Linked linked = new Linker(ModelFile.shipped(), 1, Markers.NONE).within(records);
        double certain = linked.weigher().model().certain();
        assertThat(linked.people(certain))
                .contains(List.of("t-1"), List.of("t-2"), List.of("s-1"), List.of("f-1"), List.of("b-1"));
        // Twins are for somebody to look at; a brother is not.
        assertThat(linked.people(linked.weigher().model().review()))
                .anyMatch(p -> p.contains("t-1") && p.contains("t-2"))
                .contains(List.of("s-1"));
    }

    private static Profile home(String id, String forename, String born) {
        return child(id, forename, "Llewellyn", born)
                .postcode("ZZ9 9ZZ")
                .street("4 Sample Street")
                .phone("01632 960001")
                .words(Field.SCHOOL, "Sample Primary")
                .words(Field.MOTHER, "Efua Llewellyn")
                .build();
    }

    private static Profile.Builder nhs(String id, String number) {
        return child(id, "Ada", "Reed", BORN).number(Field.NHS_NUMBER, number);
    }

    private static Optional<Guard> guard(Profile.Builder a, Profile.Builder b) {
        Profile left = a.build();
        Profile right = b.build();
        return Guard.of(left, right, Comparison.of(left, right));
    }
}
