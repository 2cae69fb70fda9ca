package uk.mashhub.hub.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.Principal;

/**
 * Who may do what at the embedded broker: the plan, and nothing beside it. Each principal has a random secret of 256 bits,
 * made at start, that never leaves this process. Nobody may make, delete, manage or browse anything over a connection.
 */
final class BrokerSecurity implements ActiveMQSecurityManager5 {
    private final Map<String, BrokerStation> stations;
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

    BrokerSecurity(BrokerPlan plan, RandomSource random) {
        this.stations = plan.stations().stream()
                .collect(Collectors.toUnmodifiableMap(s -> s.principal().value(), Function.identity()));
        stations.keySet().forEach(name -> secrets.put(name, hex(random.bytes(32))));
    }

    /**
     * The secret of a principal.
     *
     * @throws IllegalArgumentException if the plan does not know it
     */
    String secret(Principal principal) {
        byte[] secret = secrets.get(principal.value());
        if (secret == null) {
            throw new IllegalArgumentException("principal " + principal + " is not in the broker's plan");
        }
        return new String(secret, StandardCharsets.US_ASCII);
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        if (!validateUser(user, password)) {
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    @Override
    public boolean authorize(
            @Nullable Subject subject, @Nullable Set<Role> roles, @Nullable CheckType check, @Nullable String address) {
        if (subject == null || address == null) {
            return false;
        }
        Set<UserPrincipal> users = subject.getPrincipals(UserPrincipal.class);
        return users.size() == 1 && allowed(users.iterator().next().getName(), check, address);
    }

    private boolean allowed(String user, @Nullable CheckType check, String address) {
        BrokerStation station = stations.get(user);
        if (station == null) {
            return false;
        }
        if (check == CheckType.SEND) {
            return station.sends().contains(address);
        }
        return check == CheckType.CONSUME && station.consumes().contains(queue(address));
    }

    /** A consumer may be named address::queue; here both have one name, and any other pair is nobody's. */
    private static String queue(String address) {
        int at = address.indexOf("::");
        return at > 0 && address.substring(0, at).equals(address.substring(at + 2))
                ? address.substring(0, at)
                : address;
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        if (user == null || password == null) {
            return false;
        }
        byte[] secret = secrets.get(user);
        return secret != null && MessageDigest.isEqual(secret, password.getBytes(StandardCharsets.UTF_8));
    }

    /** An older form of the question that does not say which address: refused. */
    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, @Nullable Set<Role> roles, @Nullable CheckType check) {
        return false;
    }

    private static byte[] hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
