package uk.mashhub.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Drafts of an invented enquiry. The content of claims is made up, and must never appear in an entry. */
final class Drafts {
    static final String TEAM = "exampleshire-health";
    static final String WORKER = "5f0c1f66-2d4a-4c8e-9c39-0a52b9d7f001";
    static final String DISCLOSURE = "0d7d9a3e-8a51-4a0e-b5a6-77f8d9c1e002";
    static final String POLICY = "ab".repeat(32);

    private Drafts() {}

    static Draft aDisclosureOfLines(int lines) {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("enquiry", utf8("EX-2026-000017")));
        IntStream.rangeClosed(1, lines).forEach(n -> claims.add(Claim.line(n, utf8("Maya Okonkwo-Test line " + n))));
        return disclosureWith(claims);
    }

    static Draft disclosureWith(List<Claim> claims) {
        return new Draft(
                Act.DISCLOSURE,
                WORKER,
                TEAM,
                "S47",
                "SHOW",
                POLICY,
                Optional.of(DISCLOSURE),
                1,
                Optional.empty(),
                claims);
    }

    static Draft aDecision(byte[] trace) {
        return new Draft(
                Act.DECISION,
                "hub",
                Draft.NOBODY,
                "S47",
                "WITHHOLD",
                POLICY,
                Optional.empty(),
                1,
                Optional.empty(),
                List.of(new Claim("trace", trace)));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
