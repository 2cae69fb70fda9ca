package uk.mashhub.bench;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/** Cedar, with its policies parsed and cached once and its requests made beforehand. */
final class CedarPeer {
    private static final Set<Entity> NO_ENTITIES = Set.of();
    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;

    CedarPeer(List<Sentence> sentences) {
        Set<Policy> written = new LinkedHashSet<>();
        for (int n = 0; n < sentences.size(); n++) {
            written.add(new Policy(text(sentences.get(n)), "p" + n));
        }
        this.policies = new PolicySet(written);
        try {
            policies.cache();
        } catch (CacheException e) {
            throw new IllegalStateException("Cedar does not keep these policies", e);
        }
    }

    /** Why its native library does not load here; empty where it does. */
    static Optional<String> missing() {
        try {
            new CedarPeer(List.of(new Sentence("all", true, Optional.empty(), Box.ALL)));
            return Optional.empty();
        } catch (LinkageError | IllegalStateException e) {
            return Optional.of(e.toString());
        }
    }

    private static String text(Sentence sentence) {
        Stream<String> owner = sentence.owner().stream().map(o -> "context.owner == \"" + o.value() + "\"");
        Stream<String> facts = sentence.when().attributes().stream()
                .map(a -> condition(a, sentence.when().mask(a)));
        String when = Stream.concat(owner, facts).collect(Collectors.joining(" && "));
        return (sentence.permits() ? "permit" : "forbid") + "(principal, action, resource)"
                + (when.isEmpty() ? "" : " when { " + when + " }") + ";";
    }

    private static String condition(Attribute attribute, long mask) {
        if (attribute.named()) {
            return (mask == 1 ? "!" : "") + "context." + attribute.term();
        }
        String words = attribute.words().stream()
                .filter(w -> (mask >>> attribute.words().indexOf(w) & 1) == 1)
                .map(w -> "\"" + w + "\"")
                .collect(Collectors.joining(", "));
        return "[" + words + "].contains(context." + attribute.term() + ")";
    }

    static AuthorizationRequest request(FactVector facts) {
        Map<String, Value> context = new HashMap<>();
        context.put("owner", new PrimString(facts.owner().map(AgencyId::value).orElse("")));
        for (Attribute a : Attribute.of(Asking.MAY_SEE)) {
            String word = a.words().get(facts.index(a));
            context.put(a.term(), a.named() ? new PrimBool(word.equals("yes")) : new PrimString(word));
        }
        return new AuthorizationRequest(uid("Reader::\"r\""), uid("Action::\"see\""), uid("Item::\"i\""), context);
    }

    private static EntityUID uid(String text) {
        return EntityUID.parse(text).orElseThrow();
    }

    boolean given(AuthorizationRequest request) {
        try {
            AuthorizationSuccessResponse answer =
                    engine.isAuthorized(request, policies, NO_ENTITIES).success.orElseThrow();
            if (!answer.getErrors().isEmpty()) {
                throw new IllegalStateException("Cedar skipped a policy: " + answer.getErrors());
            }
            return answer.isAllowed();
        } catch (AuthException e) {
            throw new IllegalStateException("Cedar does not answer", e);
        }
    }
}
