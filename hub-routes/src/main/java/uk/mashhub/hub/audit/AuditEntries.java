package uk.mashhub.hub.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Logged;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.EnquiryId;

/** How an entry is written, with its salts beside it and which enquiry it concerns. */
final class AuditEntries {
    private final DisclosureLog log;
    private final SaltStore salts;
    private final LookupStore lookups;
    private final Supplier<Optional<PolicyHash>> published;

    AuditEntries(DisclosureLog log, SaltStore salts, LookupStore lookups, Supplier<Optional<PolicyHash>> published) {
        this.log = log;
        this.salts = salts;
        this.lookups = lookups;
        this.published = published;
    }

    /** One claim for each line. */
    static List<Claim> lines(List<byte[]> lines) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            claims.add(Claim.line(i + 1, lines.get(i)));
        }
        return claims;
    }

    Draft draft(Act act, String agent, String recipient, String purpose, String outcome, List<Claim> claims) {
        return new Draft(
                act, agent, recipient, purpose, outcome, policy(), Optional.empty(), 0, Optional.empty(), claims);
    }

    /** The policy that stands on an entry. */
    String policy() {
        return published.get().map(PolicyHash::hex).orElse(Draft.NO_POLICY);
    }

    /** Writes an entry and, beside it, which enquiry it concerns. */
    Logged about(EnquiryId enquiry, Draft draft, String holder) {
        Logged logged = write(draft, holder);
        lookups.concerns(logged.entryId(), enquiry);
        return logged;
    }

    Logged write(Draft draft, String holder) {
        return write(draft, holder, tellsOf(draft));
    }

    /** @param about of what it tells: with any of these its salts are erased */
    Logged write(Draft draft, String holder, Set<UUID> about) {
        Logged logged = log.append(draft);
        salts.keep(logged.entryId(), holder, about, logged.salts());
        return logged;
    }

    /** Of what an entry's salts tell, so that they are erased with it. */
    private static Set<UUID> tellsOf(Draft draft) {
        Stream<String> named = draft.claims().stream()
                .filter(c -> c.name().equals("enquiry") || c.name().equals("referral"))
                .map(c -> new String(c.canonical(), StandardCharsets.UTF_8));
        return Stream.concat(named, draft.disclosureId().stream())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
