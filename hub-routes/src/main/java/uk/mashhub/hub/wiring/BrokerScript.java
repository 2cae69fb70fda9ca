package uk.mashhub.hub.wiring;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.hub.area.Partnership;

/**
 * The plan as files for the administrator of an external Artemis broker: {@code broker.xml}, whose acceptor is theirs to change, and
 * {@code artemis-roles.properties}. They say what {@link BrokerLayout} and {@link BrokerSecurity} say of the embedded one. Names
 * are ids of ours: letters, digits, dots and hyphens.
 */
public final class BrokerScript {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Written by ./mash init from config/areas. The folders, the acceptor and its keystore are yours to change; the rest says
                 who may do what, and must stay as it is: whatever is not named here is refused to everybody. -->
            <configuration xmlns="urn:activemq">
              <core xmlns="urn:activemq:core">
                <name>mash</name>
                <persistence-enabled>true</persistence-enabled>
                <journal-type>NIO</journal-type>
                <journal-directory>data/journal</journal-directory>
                <bindings-directory>data/bindings</bindings-directory>
                <large-messages-directory>data/large</large-messages-directory>
                <paging-directory>data/paging</paging-directory>
                <journal-buffer-timeout>200000</journal-buffer-timeout>
                <security-enabled>true</security-enabled>
                <populate-validated-user>true</populate-validated-user>
                <jmx-management-enabled>false</jmx-management-enabled>
                <acceptors>
                  <acceptor name="hub">tcp://0.0.0.0:61617?protocols=CORE;sslEnabled=true;keyStorePath=${mash.broker.keystore};keyStoreType=PKCS12;keyStorePassword=${mash.broker.keystore.password}</acceptor>
                </acceptors>
            """;

    private BrokerScript() {}

    /** Of which the hub says how much lies there: by looking through it, which consuming does not allow. */
    private static final Set<String> COUNTED = Set.of(Addresses.INTAKE, Addresses.ANSWERS, BrokerPlan.DEAD);

    /** The whole of {@code broker.xml}. */
    public static String xml(Partnership partnership, BrokerSettings settings) {
        BrokerPlan plan = BrokerPlan.of(partnership);
        StringBuilder text = new StringBuilder(HEAD);
        text.append("    <security-settings>\n      <security-setting match=\"#\"/>\n");
        allowed(plan).forEach((address, roles) -> text.append(roles.xml(address)));
        text.append("    </security-settings>\n    <address-settings>\n");
        text.append(setting("#", kept(settings) + line("expiry-address", BrokerPlan.EXPIRED)));
        plan.notices().stream()
                .sorted()
                .forEach(name -> text.append(setting(name, kept(settings) + expiring(settings.noticeExpiry()))));
        text.append("    </address-settings>\n    <addresses>\n");
        plan.queues().stream().sorted().forEach(name -> text.append(address(name, "")));
        plan.notices().stream()
                .sorted()
                .forEach(name -> text.append(
                        address(name, " last-value=\"true\" ring-size=\"" + settings.noticesMost() + "\"")));
        return text.append("    </addresses>\n  </core>\n</configuration>\n").toString();
    }

    /** Each principal's role, which has its name. */
    public static String roles(Partnership partnership) {
        return principals(partnership).stream()
                .map(name -> name + " = " + name + "\n")
                .collect(Collectors.joining());
    }

    /** Everybody who signs in at the broker. */
    public static Set<String> principals(Partnership partnership) {
        return BrokerPlan.of(partnership).stations().stream()
                .map(s -> s.principal().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who may send to and consume from one address. */
    private record Allowed(Set<String> senders, Set<String> consumers, boolean counted) {
        private String xml(String address) {
            return "      <security-setting match=\"" + address + "\">\n" + permission("send", senders)
                    + permission("consume", consumers)
                    + (counted ? permission("browse", Set.of(BrokerPlan.HUB.value())) : "")
                    + "      </security-setting>\n";
        }

        private static String permission(String type, Set<String> roles) {
            return roles.isEmpty()
                    ? ""
                    : "        <permission type=\"" + type + "\" roles=\"" + String.join(",", roles) + "\"/>\n";
        }
    }

    private static Map<String, Allowed> allowed(BrokerPlan plan) {
        Map<String, Allowed> allowed = new TreeMap<>();
        for (BrokerStation station : plan.stations()) {
            String name = station.principal().value();
            station.sends().forEach(a -> of(allowed, a).senders().add(name));
            station.consumes().forEach(a -> of(allowed, a).consumers().add(name));
        }
        return allowed;
    }

    private static Allowed of(Map<String, Allowed> allowed, String address) {
        return allowed.computeIfAbsent(
                address, a -> new Allowed(new TreeSet<>(), new TreeSet<>(), COUNTED.contains(a)));
    }

    private static String setting(String match, String body) {
        return "      <address-setting match=\"" + match + "\">\n" + body + "      </address-setting>\n";
    }

    private static String kept(BrokerSettings settings) {
        return line("auto-create-addresses", "false")
                + line("auto-create-queues", "false")
                + line("auto-delete-addresses", "false")
                + line("auto-delete-queues", "false")
                + line("dead-letter-address", BrokerPlan.DEAD)
                + line("max-delivery-attempts", "-1")
                + line("redelivery-delay", millis(settings.redeliveryDelay()))
                + line("redelivery-delay-multiplier", "2")
                + line("max-redelivery-delay", millis(settings.redeliveryDelayMost()));
    }

    /** A notice that nobody fetches is dropped, not moved aside. */
    private static String expiring(Duration expiry) {
        return line("expiry-address", "") + line("expiry-delay", millis(expiry));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private static String line(String name, String value) {
        return "        <" + name + ">" + value + "</" + name + ">\n";
    }

    private static String address(String name, String attributes) {
        return "      <address name=\"" + name + "\"><anycast><queue name=\"" + name + "\"" + attributes
                + "><durable>true</durable></queue></anycast></address>\n";
    }
}
