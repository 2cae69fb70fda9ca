package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import uk.mashhub.log.note.Signer;
import uk.mashhub.log.tree.TreeHash;

class DisclosureLogTest {
    private final LogRoom room = new LogRoom(42);

    @Test
    void writesTheEntryAsCanonicalJsonWithTheWordsOfTheField() {
        Logged logged = room.log().append(Drafts.aDecision(Drafts.utf8("{\"gates\":[]}")));
        String commitment = Commitment.to(
                        Drafts.utf8("{\"gates\":[]}"), logged.salts().get(0))
                .hex();

        assertThat(text(logged.entry()))
                .isEqualTo(
                        "{\"act\":\"DECISION\",\"agent\":\"hub\",\"entity\":[{\"commitment\":\"" + commitment
                                + "\",\"name\":\"trace\"}],\"id\":\"" + logged.entryId()
                                + "\",\"outcome\":\"WITHHOLD\",\"policy\":\""
                                + Drafts.POLICY + "\",\"purposeOfEvent\":\"S47\",\"recipient\":\"nobody\","
                                + "\"recorded\":\"2026-03-02T09:15:00.123Z\",\"type\":\"uk.mashhub.log.entry.v1\",\"version\":1}");
    }

    @Test
    void keepsTheEntryAndThePromiseBeforeItReturns() {
        Logged logged = room.log().append(Drafts.aDisclosureOfLines(3));

        StoredEntry kept = room.store.find(logged.entryId()).orElseThrow();
        assertThat(kept.entry()).isEqualTo(logged.entry());
        assertThat(kept.promise()).isEqualTo(logged.promise());
        assertThat(kept.disclosureId()).contains(Drafts.DISCLOSURE);
        assertThat(room.store.newestRecordedAt()).contains(Instant.parse("2026-03-02T09:15:00.123Z"));
    }

    @Test
    void promisesTheLeafOfTheEntryUnderTheLogsKey() {
        Logged logged = room.log().append(Drafts.aDisclosureOfLines(1));

        Promise promise = Promise.verified(logged.promise(), new Ed25519Verifier(room.key.publicKey()))
                .orElseThrow();
        assertThat(promise.isFor(logged.entry())).isTrue();
        assertThat(promise.entryHash()).isEqualTo(HexFormat.of().formatHex(TreeHash.leaf(logged.entry())));
        assertThat(text(logged.promise())).contains("\"maxMergeDelayMillis\":5000");
        assertThat(Promise.verified(logged.promise(), new Ed25519Verifier(new LogRoom(43).key.publicKey())))
                .isEmpty();
    }

    @Test
    void putsNeitherClaimsNorSaltsIntoEntryOrPromise() {
        long seed = 16;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] content = new byte[8 + random.nextInt(60)];
            random.nextBytes(content);
            String clear = HexFormat.of().formatHex(content);
            Logged logged = room.log().append(Drafts.disclosureWith(List.of(Claim.line(1, Drafts.utf8(clear)))));
            String salt = HexFormat.of().formatHex(logged.salts().get(0).bytes());
            String written = text(logged.entry()) + text(logged.promise()) + logged;
            assertThat(written)
                    .as("seed %d, round %d", seed, round)
                    .doesNotContain(clear)
                    .doesNotContain(salt);
            assertThat(logged.entry()).isEqualTo(CanonicalJson.ofText(text(logged.entry())));
        }
    }

    @Test
    void neverUsesASaltOrAnIdTwice() {
        Set<ByteBuffer> salts = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            Logged logged = room.log().append(Drafts.aDisclosureOfLines(5));
            assertThat(ids.add(logged.entryId())).isTrue();
            logged.salts()
                    .forEach(salt ->
                            assertThat(salts.add(ByteBuffer.wrap(salt.bytes()))).isTrue());
        }
        assertThat(salts).hasSize(1800);
    }

    @Test
    void givesSameContentAnotherCommitmentEachTime() {
        Draft draft = Drafts.aDecision(Drafts.utf8("{}"));
        String first = text(room.log().append(draft).entry());
        String second = text(room.log().append(draft).entry());

        assertThat(first.substring(0, 140))
                .isNotEqualTo(second.substring(0, 140))
                .contains("commitment");
    }

    @Test
    void refusesARandomSourceThatRepeatsItself() {
        DisclosureLog broken = new DisclosureLog(room.store, room.signer, fixed(LogRoom.NOW), byte[]::new);

        assertThatThrownBy(() -> broken.append(Drafts.aDisclosureOfLines(2))).isInstanceOf(IllegalStateException.class);
        assertThat(room.store.inOrder()).isEmpty();
    }

    /** The store is not asked for each entry; a clock that goes back while the log runs is seen all the same. */
    @Test
    void refusesAClockThatGoesBackUnderARunningLog() {
        AtomicReference<Instant> now = new AtomicReference<>(LogRoom.NOW);
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        DisclosureLog log = new DisclosureLog(room.store, room.signer, clock, room.random);
        log.append(Drafts.aDisclosureOfLines(1));
        log.append(Drafts.aDisclosureOfLines(1));

        now.set(LogRoom.NOW.minus(Duration.ofMinutes(3)));
        assertThatThrownBy(() -> log.append(Drafts.aDisclosureOfLines(1))).isInstanceOf(ClockBehind.class);
        assertThatThrownBy(() -> log.append(Drafts.aDisclosureOfLines(1))).isInstanceOf(ClockBehind.class);

        now.set(LogRoom.NOW.plusSeconds(1));
        log.append(Drafts.aDisclosureOfLines(1));
        assertThat(room.store.inOrder()).hasSize(3);
    }

    @Test
    void refusesAClockMoreThanTwoMinutesBehindTheNewestEntry() {
        room.log().append(Drafts.aDisclosureOfLines(1));
        Instant recorded = Instant.parse("2026-03-02T09:15:00.123Z");

        DisclosureLog late = room.at(recorded.minus(Duration.ofMinutes(2)).minusMillis(1));
        assertThatThrownBy(() -> late.append(Drafts.aDisclosureOfLines(1))).isInstanceOf(ClockBehind.class);
        assertThat(room.store.inOrder()).hasSize(1);

        room.at(recorded.minus(Duration.ofMinutes(2))).append(Drafts.aDisclosureOfLines(1));
        assertThat(room.store.inOrder()).hasSize(2);
    }

    @Test
    void letsNothingThroughWhenStoreOrKeyFails() {
        Signer away = message -> {
            throw new IllegalStateException("key away");
        };
        DisclosureLog log = new DisclosureLog(room.store, away, fixed(LogRoom.NOW), room.random);

        assertThatThrownBy(() -> log.append(Drafts.aDisclosureOfLines(1))).hasMessage("key away");
        assertThat(room.store.inOrder()).isEmpty();
    }

    @Test
    void refusesAnEntryThatNoTileCouldHold() {
        assertThat(room.log().append(Drafts.aDisclosureOfLines(600)).entry()).hasSizeLessThan(65_536);
        assertThatIllegalArgumentException().isThrownBy(() -> room.log().append(Drafts.aDisclosureOfLines(700)));
    }

    private static Clock fixed(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
