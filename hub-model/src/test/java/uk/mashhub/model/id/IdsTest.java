package uk.mashhub.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final String SECRET = "Ada Example";

    @Test
    void readsRandomIdsBackFromTheirText() {
        UUID uuid = UUID.fromString("00112233-4455-4677-8899-aabbccddeeff");
        List<Function<String, Record>> readers = List.of(
                PersonId::of,
                EnquiryId::of,
                ItemId::of,
                ReferralId::of,
                ViewId::of,
                LinkId::of,
                ActId::of,
                QuestionId::of,
                DisclosureId::of,
                UserId::of,
                HouseholdId::of);
        for (Function<String, Record> reader : readers) {
            Record id = reader.apply(uuid.toString());
            assertThat(id).hasToString(uuid.toString());
            assertThat(reader.apply(id.toString())).isEqualTo(id);
            assertThatThrownBy(() -> reader.apply("1-1-1-1-1")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> reader.apply(SECRET))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Ada");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Police", "1st", "police desk", "police_desk", "../etc", "police\n"})
    void refusesASlugThatIsNone(String text) {
        assertThatThrownBy(() -> new TeamId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SourceId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AgencyId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASlugOfMoreThanFortyCharacters() {
        assertThat(new AgencyId("a".repeat(40)).value()).hasSize(40);
        assertThatThrownBy(() -> new AgencyId("a".repeat(41))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E0900001", "E090000123", "X09000012", "e09000012"})
    void refusesAnAreaThatIsNone(String text) {
        assertThat(new AreaCode("E10999999")).hasToString("E10999999");
        assertThatThrownBy(() -> new AreaCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A message of an exception goes into logs, and senders put surnames anywhere. */
    @Test
    void neverRepeatsWhatItRefuses() {
        List<Function<String, Record>> readers =
                List.of(TeamId::new, AreaCode::new, Principal::new, MessageId::new, PersonKey::new);
        for (Function<String, Record> reader : readers) {
            assertThatThrownBy(() -> reader.apply(SECRET)).hasMessageNotContaining("Ada");
        }
    }

    @Test
    void printsNothingOfWhatASenderChose() {
        assertThat(new MessageId("EXAMPLE-2015").toString()).doesNotContain("EXAMPLE");
        assertThat(new PersonKey("9990000018").toString()).doesNotContain("999");
    }
}
