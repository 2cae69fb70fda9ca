package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a policy must hold to in every situation, whatever its rules say: a statement to be proved.
 *
 * @param line where it stands in its file
 * @param when the situations that it speaks of. One of which nobody can say whether it lies there counts as one of them,
 *     unless a claim gives something
 * @param unless of these, the ones that it does not speak of, as far as they are known to be such
 * @param claims what holds there; all of them
 */
public record Invariant(
        String id,
        String title,
        List<Law> law,
        String owner,
        LocalDate reviewOn,
        String file,
        int line,
        Question question,
        Box when,
        List<Box> unless,
        List<Claim> claims) {
    public Invariant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        law = List.copyOf(law);
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(reviewOn, "reviewOn");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(when, "when");
        unless = List.copyOf(unless);
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("an invariant claims something");
        }
    }

    /** Whether it wants something given. */
    public boolean gives() {
        return claims.stream().anyMatch(Claim::gives);
    }
}
