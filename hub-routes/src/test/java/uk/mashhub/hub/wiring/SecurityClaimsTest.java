package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.triage.Reader;

class SecurityClaimsTest {
    private static final String USER = "5f0c1f7e-6f0a-4b8e-9d57-0f7d0b0c6a11";

    private final SecurityClaims claims = new SecurityClaims(partnership());

    private static Partnership partnership() {
        try {
            return Partnership.load(Path.of("../config/areas"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<Reader> reader(Object... changes) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "sub",
                USER,
                "mash_team",
                "police-desk",
                "mash_area",
                "E10999999",
                "auth_time",
                Instant.ofEpochSecond(1000)));
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                all.remove((String) changes[i]);
            } else {
                all.put((String) changes[i], changes[i + 1]);
            }
        }
        return claims.reader(all);
    }

    @Test
    void findsTheTeamOfTheArea() {
        Reader reader = reader().orElseThrow();
        assertThat(reader.who().user().toString()).isEqualTo(USER);
        assertThat(reader.team().id().value()).isEqualTo("police-desk");
        assertThat(reader.agency().name()).isEqualTo("Exampleshire Police");
        assertThat(reader.who().authenticatedAt()).isEqualTo(Instant.ofEpochSecond(1000));
    }

    @Test
    void knowsNobodyWhoseClaimsAreNotWhole() {
        assertThat(reader("sub", "dana")).isEmpty();
        assertThat(reader("sub", null)).isEmpty();
        assertThat(reader("mash_team", "refuge-desk")).isEmpty();
        assertThat(reader("mash_team", "Police Desk")).isEmpty();
        assertThat(reader("mash_team", java.util.List.of("police-desk"))).isEmpty();
        assertThat(reader("mash_team", null)).isEmpty();
        assertThat(reader("mash_area", "E10999998")).isEmpty();
        assertThat(reader("mash_area", "")).isEmpty();
    }

    @Test
    void takesAnUnknownTimeOfSignInForLongAgo() {
        assertThat(reader("auth_time", null).orElseThrow().who().authenticatedAt())
                .isEqualTo(Instant.EPOCH);
        assertThat(reader("auth_time", "now").orElseThrow().who().authenticatedAt())
                .isEqualTo(Instant.EPOCH);
        assertThat(reader("auth_time", 2000L).orElseThrow().who().authenticatedAt())
                .isEqualTo(Instant.ofEpochSecond(2000));
    }

    @Test
    void takesTrainingAndVettingOnlyFromADayThatTheProviderNames() {
        SignedIn named = reader("mash_training_until", "2027-03-31", "mash_vetting_until", "2028-01-15")
                .orElseThrow()
                .who();
        assertThat(named.trainedUntil()).contains(LocalDate.of(2027, 3, 31));
        assertThat(named.vettedUntil()).contains(LocalDate.of(2028, 1, 15));
        for (Object other : new Object[] {null, "", "yes", "31/03/2027", true, 20270331}) {
            SignedIn who = reader("mash_training_until", other, "mash_vetting_until", other)
                    .orElseThrow()
                    .who();
            assertThat(who.trainedUntil()).isEmpty();
            assertThat(who.vettedUntil()).isEmpty();
        }
    }

    @Test
    void knowsNoAgencysSystem() {
        assertThat(claims.reader(
                        UsernamePasswordAuthenticationToken.authenticated("school-form", null, java.util.List.of())))
                .isEmpty();
        assertThat(claims.reader((org.springframework.security.core.Authentication) null))
                .isEmpty();
    }
}
