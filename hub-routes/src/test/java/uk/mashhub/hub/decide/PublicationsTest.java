package uk.mashhub.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.PolicyHead;
import uk.mashhub.hub.storage.PolicyProposal;
import uk.mashhub.hub.storage.PolicySignature;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.PolicyVersion;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.PolicyRefused;

/** The hub decides with what two people signed, from its start on, and with nothing else (ruling 21). */
class PublicationsTest {
    private final SmallHub hub = SmallHub.started();
    private final PolicyStore store = new PolicyStore(hub.database.app);
    private final UserId one = UserId.random(hub.database.random);
    private final UserId two = UserId.random(hub.database.random);
    private final SignedIn dana = hub.somebody("council-decision");

    @TempDir
    Path folder;

    @AfterEach
    void publishTheHousesPolicy() {
        hub.publish();
    }

    private PolicyHash otherPolicy(String review) throws IOException {
        Path draft = Files.createDirectories(folder.resolve(review));
        PolicyFiles house = PolicyFiles.read(Path.of("../config/agreements"));
        assertThat(PolicyFiles.of(house.bytes()).bytes()).isEqualTo(house.bytes());
        try (var files = Files.walk(Path.of("../config/agreements"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = draft.resolve(Path.of("../config/agreements").relativize(file));
                Files.createDirectories(copy.resolveSibling("."));
                Files.writeString(copy, Files.readString(file).replace("review: 2027-04-01", "review: " + review));
            }
        }
        return hub.in(() -> keep(draft));
    }

    private PolicyHash keep(Path draft) {
        try {
            return hub.publications.keep(PolicyFiles.read(draft));
        } catch (IOException | PolicyRefused e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID propose(PolicyHash hash, Instant startsAt) {
        return hub.in(() -> hub.publications.propose(one, hash, startsAt));
    }

    private String sign(UserId who, UUID proposal) {
        return hub.in(() -> hub.publications.sign(who, proposal)).orElse("");
    }

    private PolicyHash inForce() {
        return hub.in(() -> hub.published.hold().policy().hash());
    }

    @Test
    void takesTwoDifferentPeople() throws IOException {
        PolicyHash next = otherPolicy("2027-05-02");
        UUID proposal = propose(next, hub.clock.instant());

        assertThat(inForce()).as("with one signature").isEqualTo(hub.policy.hash());
        assertThat(sign(one, proposal)).contains("two people");
        assertThat(inForce()).as("signed twice by one").isEqualTo(hub.policy.hash());
        assertThat(sign(two, proposal)).isEmpty();
        assertThat(inForce()).isEqualTo(next);
        assertThat(sign(UserId.random(hub.database.random), proposal)).contains("does not wait");
    }

    @Test
    void signsTheNewestProposalOnly() throws IOException {
        UUID overtaken = propose(otherPolicy("2027-05-03"), hub.clock.instant());
        propose(hub.policy.hash(), hub.clock.instant());

        assertThat(sign(two, overtaken)).contains("another has taken its place");
        assertThat(inForce()).isEqualTo(hub.policy.hash());
    }

    @Test
    void comesIntoForceAtItsStartAndDecidesEverythingAgain() throws IOException {
        EnquiryId enquiry =
                hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
        PolicyHash next = otherPolicy("2027-05-04");
        assertThat(sign(two, propose(next, hub.clock.instant().plusSeconds(60))))
                .isEmpty();
        assertThat(hub.in(hub.publications::start)).as("before its start").isFalse();
        assertThat(inForce()).isEqualTo(hub.policy.hash());

        TestTime.pass(Duration.ofSeconds(60));

        assertThat(hub.in(hub.publications::start)).isTrue();
        assertThat(inForce()).isEqualTo(next);
        assertThat(hub.in(hub.publications::start)).as("once").isFalse();
        assertThat(hub.enquiries.flipping(Instant.EPOCH, 1000)).contains(enquiry);
    }

    @Test
    void saysThatOneIsLateThatWasDueAndDecidesNothing() throws IOException {
        sign(two, propose(otherPolicy("2027-05-09"), hub.clock.instant().plusSeconds(60)));
        TestTime.pass(Duration.ofSeconds(60).plus(Publications.LATE).minusMillis(1));
        assertThat(hub.publications.late()).as("it may still be on its way").isFalse();

        TestTime.pass(Duration.ofMillis(1));

        assertThat(hub.publications.late()).isTrue();
        hub.in(hub.publications::start);
        assertThat(hub.publications.late()).isFalse();
    }

    @Test
    void saysHowManyRulesShouldHaveBeenReviewed() throws IOException {
        assertThat(hub.published.unreviewed(LocalDate.parse("2027-04-01"))).isZero();
        assertThat(hub.published.unreviewed(LocalDate.parse("2027-04-02"))).isPositive();
    }

    @Test
    void aPolicyPublishedAtOneHubDecidesAtTheOther() throws IOException {
        PublishedPolicy other =
                new PublishedPolicy(hub.heads, store, new PolicySeals(new Ed25519Signer(new byte[32])), new byte[32]);
        assertThat(hub.in(() -> other.hold().policy().hash())).isEqualTo(hub.policy.hash());
        PolicyHash next = otherPolicy("2027-05-10");

        sign(two, propose(next, hub.clock.instant()));

        assertThat(hub.in(() -> other.hold().policy().hash())).isEqualTo(next);
    }

    @Test
    void rollsBackWithoutAFileAndForgetsWhatHadNotStarted() throws IOException {
        PolicyHash next = otherPolicy("2027-05-05");
        PolicyHash later = otherPolicy("2027-05-06");
        sign(two, propose(next, hub.clock.instant()));
        sign(two, propose(later, hub.clock.instant().plusSeconds(60)));
        assertThat(sign(two, propose(hub.policy.hash(), hub.clock.instant()))).isEmpty();
        assertThat(inForce()).isEqualTo(hub.policy.hash());

        TestTime.pass(Duration.ofSeconds(60));

        assertThat(hub.in(hub.publications::start)).isFalse();
        assertThat(inForce()).isEqualTo(hub.policy.hash());
        assertThat(store.version(next).orElseThrow().canonical()).isNotEmpty();
    }

    @Test
    void showsNothingWhereSignaturesAreNotTheHubs() throws IOException {
        PolicyHash next = otherPolicy("2027-05-07");
        UUID proposal = forge(next);
        assertThat(hub.in(hub.publications::start)).as("it is not put in force").isFalse();

        hub.heads.move(new PolicyHead(next, proposal));

        nothingIsInForce();
    }

    /** What somebody puts there who can write to the database and has no key. */
    private UUID forge(PolicyHash hash) {
        UUID proposal = hub.database.random.uuid();
        Instant now = hub.clock.instant();
        PolicyProposal forged = new PolicyProposal(proposal, hash, now, now, List.of());
        return hub.in(() -> {
            store.propose(forged);
            List.of(one, two).forEach(who -> forgeSignature(forged, who));
            return proposal;
        });
    }

    private void forgeSignature(PolicyProposal proposal, UserId who) {
        PolicySeals stranger = new PolicySeals(new Ed25519Signer(hub.database.random.bytes(32)));
        store.sign(proposal.id(), stranger.sign(proposal, who, hub.clock.instant()));
    }

    @Test
    void startsWhatIsDueWhateverWasForgedAfterIt() throws IOException {
        PolicyHash next = otherPolicy("2027-05-11");
        sign(two, propose(next, hub.clock.instant().plusSeconds(60)));
        forge(hub.policy.hash());
        TestTime.pass(Duration.ofSeconds(60));

        assertThat(hub.in(hub.publications::start)).isTrue();

        assertThat(inForce()).isEqualTo(next);
    }

    @Test
    void saysThatOneIsLateWhateverWasForgedAfterItUntilTwoPeopleHavePublishedAgain() throws IOException {
        sign(two, propose(otherPolicy("2027-05-12"), hub.clock.instant().plusSeconds(60)));
        forge(hub.policy.hash());
        TestTime.pass(Duration.ofSeconds(60).plus(Publications.LATE));
        assertThat(hub.publications.late()).isTrue();

        hub.in(hub.publications::start);
        assertThat(hub.publications.late()).as("a forgery is there").isTrue();

        hub.publish();
        TestTime.pass(Publications.LATE);
        assertThat(hub.publications.late()).isFalse();
    }

    /** An older policy, which two people did sign once, may show what this one does not. */
    @Test
    void doesNotGoBackWhereTheHeadNoLongerHolds() throws IOException {
        PolicyHash next = otherPolicy("2027-05-13");
        UUID proposal = propose(next, hub.clock.instant());
        sign(two, proposal);
        forgeSignature(store.proposal(proposal).orElseThrow(), UserId.random(hub.database.random));
        TestTime.pass(Publications.LATE);

        assertThat(hub.in(hub.publications::start)).isFalse();

        assertThat(hub.heads.head().orElseThrow().hash()).isEqualTo(next);
        assertThat(hub.publications.late()).isTrue();
    }

    @Test
    void showsNothingWhereOneSignatureIsMissing() throws IOException {
        PolicyHash next = otherPolicy("2027-05-08");
        hub.heads.move(new PolicyHead(next, propose(next, hub.clock.instant())));

        nothingIsInForce();
    }

    @Test
    void showsNothingWhereWhatWasSignedDoesNotLoadToItsHash() {
        PolicyHash claimed = new PolicyHash("c".repeat(64));
        byte[] house = store.version(hub.policy.hash()).orElseThrow().files();
        store.keep(new PolicyVersion(claimed, new byte[0], house), hub.clock.instant());
        sign(two, propose(claimed, hub.clock.instant()));

        nothingIsInForce();
    }

    @Test
    void showsNothingWhereNothingLoads() {
        PolicyHash claimed = new PolicyHash("d".repeat(64));
        store.keep(new PolicyVersion(claimed, new byte[0], new byte[] {'{', '}'}), hub.clock.instant());
        sign(two, propose(claimed, hub.clock.instant()));

        nothingIsInForce();
    }

    private void nothingIsInForce() {
        assertThat(hub.published.inForce()).isFalse();
        assertThatThrownBy(() -> hub.in(hub.published::hold)).isInstanceOf(PublishedPolicy.NotInForce.class);
        assertThatThrownBy(() -> hub.queue(dana)).isInstanceOf(PublishedPolicy.NotInForce.class);
    }

    @Test
    void keepsWhoSignedInTheirOrder() throws IOException {
        UUID id = propose(otherPolicy("2027-05-09"), hub.clock.instant());
        sign(two, id);

        assertThat(store.proposal(id).orElseThrow().signatures())
                .extracting(PolicySignature::signer)
                .containsExactly(one, two);
    }
}
