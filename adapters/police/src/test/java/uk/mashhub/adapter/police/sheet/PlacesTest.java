package uk.mashhub.adapter.police.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.person.Address;

class PlacesTest {
    private final Terms terms = new Terms();

    private Address address(String postcode, String uprn, String... lines) {
        return Places.address(List.of(lines), postcode, uprn, "here", terms).orElseThrow();
    }

    @Test
    void knowsOneAddressInTwoSpellings() {
        Address written = address("ZZ9 9XY", "", "Lantern House", "77 Hidden Lane");
        assertThat(Places.same(written, address("zz99xy", "", "LANTERN HOUSE,")))
                .isTrue();
        assertThat(Places.same(written, address("", "", "lantern house 77", "Hidden-Lane")))
                .isTrue();
        assertThat(Places.same(address("ZZ1 1AA", "0100", "a"), address("ZZ2 2BB", "100", "b")))
                .isTrue();
    }

    @Test
    void tellsNeighboursFromOneAddressButCallsThemNear() {
        Address fourteen = address("ZZ1 1AA", "", "14 Sample Row");
        Address sixteen = address("ZZ1 1AA", "", "16 Sample Row");
        assertThat(Places.same(fourteen, sixteen)).isFalse();
        assertThat(Places.near(fourteen, sixteen)).isTrue();
        assertThat(Places.near(fourteen, address("ZZ2 2BB", "", "9 Other Row"))).isFalse();
    }

    @Test
    void keepsAUprnThatIsNoneAsATerm() {
        assertThat(address("ZZ1 1AA", "not-a-number", "1 Road").uprn()).isEmpty();
        assertThat(terms.all()).hasSize(1);
    }

    @Test
    void makesNoAddressOfNothing() {
        assertThat(Places.address(List.of(" "), "", "", "here", terms)).isEmpty();
    }
}
