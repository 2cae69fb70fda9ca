package uk.mashhub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** What {@code docker/} says of the hub is so: settings, ports, probes, users; and nothing secret stands there. */
class ContainerFilesTest {
    private static final Path DOCKER = TheHub.root().resolve("docker");
    /** Java's own, and those of the launcher and of Spring Boot's server. */
    private static final Set<String> NOT_OURS =
            Set.of("mash.heap", "java.tool.options", "server.ssl.certificate", "server.ssl.certificate.private.key");

    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|secret|passwd|token)[\\w.]*[\"']?\\s*[:=]\\s*[\"']?([^\\s\"',}]+)");
    private static final Pattern PLACE = Pattern.compile(
            "(?s).*[:=]\\s*[\"']?(/|\\./|\\$|\\{|\\[|&|:|true|false|\\?|-$|name:|['\"]).*|.*(secretName|secrets).*");

    private static List<Object> documents(Path file) throws IOException {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(Files.readString(file))
                .forEach(documents::add);
        return documents;
    }

    /** What lies under these names, one inside the other; a number counts in a list. */
    private static Object at(Object tree, Object... path) {
        Object here = tree;
        for (Object step : path) {
            here = step instanceof Integer index ? ((List<?>) here).get(index) : ((Map<?, ?>) here).get(step);
            assertThat(here).as(List.of(path).toString()).isNotNull();
        }
        return here;
    }

    private static Object compose(Object... path) throws IOException {
        return at(documents(DOCKER.resolve("compose.yaml")).get(0), path);
    }

    private static Object kubernetes(String kind) throws IOException {
        return documents(DOCKER.resolve("kubernetes/hub.yaml")).stream()
                .filter(d -> kind.equals(at(d, "kind")))
                .findFirst()
                .orElseThrow();
    }

    private static Object pod() throws IOException {
        return at(kubernetes("StatefulSet"), "spec", "template", "spec");
    }

    private static Object container() throws IOException {
        return at(pod(), "containers", 0);
    }

    private static String environment(Object name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Every setting that the hub's own file or the release names, as an environment variable would. */
    private static Set<String> settings() throws IOException {
        Set<String> names = new TreeSet<>(NOT_OURS);
        for (String file : List.of("/setup/hub.yaml", "/application.yml")) {
            try (InputStream in = ContainerFilesTest.class.getResourceAsStream(file)) {
                // A setting that is commented out is one all the same.
                String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .replaceAll("(?m)^( *)# (?=[a-z-]+: \\S+$)", "$1");
                flatten("", new Load(LoadSettings.builder().build()).loadFromString(text), names);
            }
        }
        return names;
    }

    private static void flatten(String prefix, Object tree, Set<String> names) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix + (prefix.isEmpty() ? "" : ".") + key, value, names));
        } else {
            names.add(prefix.replace('-', '.'));
        }
    }

    @Test
    void settingsAreTheHubs() throws IOException {
        Set<String> known = settings();
        Map<?, ?> composed = (Map<?, ?>) compose("services", "hub", "environment");
        Map<?, ?> mapped = (Map<?, ?>) at(kubernetes("ConfigMap"), "data");
        assertThat(composed.keySet())
                .extracting(ContainerFilesTest::environment)
                .isSubsetOf(known);
        assertThat(mapped.keySet()).extracting(ContainerFilesTest::environment).isSubsetOf(known);
        assertThat(known).contains("hub.database.url", "hub.broker.url", "hub.oidc.client.id", "hub.doors.keystore");
        assertThat(known).doesNotContain("hub.demo");
    }

    @Test
    void everyWayOutIsWithTls() throws IOException {
        for (Map<?, ?> settings : List.of((Map<?, ?>) compose("services", "hub", "environment"), (Map<?, ?>)
                at(kubernetes("ConfigMap"), "data"))) {
            assertThat(String.valueOf(settings.get("HUB_DATABASE_URL")))
                    .contains("sslmode=verify-full", "sslrootcert=");
            assertThat(String.valueOf(settings.get("HUB_BROKER_URL"))).contains("sslEnabled=true");
            assertThat(String.valueOf(settings.get("HUB_OIDC_ISSUER"))).startsWith("https://");
            assertThat(settings.containsKey("SERVER_SSL_CERTIFICATE")).isTrue();
        }
    }

    /** What the provider's own administrator would otherwise find out by nobody being able to come in. */
    @Test
    @SuppressWarnings("unchecked")
    void theProviderKnowsTheHubAndWhatIsSaidOfPeople() throws IOException {
        Map<String, Object> realm =
                (Map<String, Object>) documents(DOCKER.resolve("realm.json")).get(0);
        Map<String, Object> client = (Map<String, Object>) at(realm, "clients", 0);
        String pages = "https://localhost:8080";
        assertThat((List<Object>) at(client, "redirectUris")).containsExactly(pages + "/login/oauth2/code/mash");
        assertThat((Map<String, Object>) at(client, "attributes"))
                .containsEntry("post.logout.redirect.uris", pages + "/")
                .containsEntry("backchannel.logout.url", "https://hub:8080/logout/connect/back-channel/mash")
                .as("a person, so that one word ends all of their sessions")
                .containsEntry("backchannel.logout.session.required", "false");

        String profile = at(
                        realm,
                        "components",
                        "org.keycloak.userprofile.UserProfileProvider",
                        0,
                        "config",
                        "kc.user.profile.config",
                        0)
                .toString();
        Map<String, Object> declared = new TreeMap<>();
        for (Object attribute :
                (List<Object>) at(new Load(LoadSettings.builder().build()).loadFromString(profile), "attributes")) {
            declared.put(at(attribute, "name").toString(), at(attribute, "permissions", "edit"));
        }
        for (Object mapper : (List<Object>) at(client, "protocolMappers")) {
            assertThat(declared)
                    .as("kept, and changed by nobody but administrators")
                    .containsEntry(at(mapper, "config", "user.attribute").toString(), List.of("admin"));
        }
    }

    @Test
    void portsAreOfOneMind() throws IOException {
        String image = Files.readString(DOCKER.resolve("Dockerfile"));
        assertThat(image).contains("EXPOSE 8080 8443");
        assertThat(at(kubernetes("ConfigMap"), "data", "SERVER_PORT")).isEqualTo("8080");
        assertThat(at(kubernetes("ConfigMap"), "data", "HUB_DOORS_PORT")).isEqualTo("8443");
        assertThat(compose("services", "hub", "environment", "SERVER_PORT")).isEqualTo("8080");
        assertThat(compose("services", "hub", "environment", "HUB_DOORS_PORT")).isEqualTo("8443");
        assertThat(at(container(), "ports", 0, "containerPort")).isEqualTo(8080);
        assertThat(at(container(), "ports", 1, "containerPort")).isEqualTo(8443);
    }

    @Test
    void probesAnswer() throws Exception {
        Visitor visitor = TheHub.started().visitor("decision");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(at(container(), probe, "httpGet", "scheme")).isEqualTo("HTTPS");
            assertThat(visitor.status((String) at(container(), probe, "httpGet", "path")))
                    .as(probe)
                    .isEqualTo(200);
        }
    }

    @Test
    void nobodyIsRootAndNothingOfTheImageCanBeWritten() throws IOException {
        assertThat(Files.readString(DOCKER.resolve("Dockerfile")).lines().filter(l -> l.startsWith("USER ")))
                .containsExactly("USER 10002:10002", "USER 10001:10001");
        assertThat(at(pod(), "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(at(pod(), "automountServiceAccountToken")).isEqualTo(false);
        for (Object one : List.of(container(), at(pod(), "initContainers", 0))) {
            assertThat(at(one, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
            assertThat(at(one, "securityContext", "allowPrivilegeEscalation")).isEqualTo(false);
            assertThat(at(one, "securityContext", "capabilities", "drop")).isEqualTo(List.of("ALL"));
            at(one, "resources", "limits", "memory");
        }
        for (String service : List.of("hub", "simulators")) {
            assertThat(Files.readString(DOCKER.resolve("compose.yaml")))
                    .containsPattern("(?m)^  " + service + ":\\n    <<: \\*hardened");
        }
        at(kubernetes("PodDisruptionBudget"), "spec", "minAvailable");
        assertThat(at(kubernetes("NetworkPolicy"), "spec", "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
    }

    @Test
    void imagesArePinned() throws IOException {
        List<String> images = new ArrayList<>();
        for (Path file : files()) {
            Pattern.compile("(?m)^\\s*(?:image:|FROM) +(\\S+)")
                    .matcher(Files.readString(file))
                    .results()
                    .map(m -> m.group(1))
                    .filter(image -> !image.equals("build"))
                    .forEach(images::add);
        }
        assertThat(images)
                .hasSizeGreaterThan(8)
                .allMatch(image -> image.matches("[a-z0-9./-]+:[0-9][\\w.-]*\\d[\\w.-]*"));
    }

    /** What looks like a secret that stands there itself: not a place, a variable, or a word that somebody has to say. */
    private static Stream<String> secrets(String text) {
        return SECRET.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(found -> !PLACE.matcher(found).matches());
    }

    @Test
    void noSecretStandsInAnyFile() throws IOException {
        for (Path file : files()) {
            assertThat(secrets(Files.readString(file))).as(file.toString()).isEmpty();
        }
        assertThat(Files.readString(TheHub.root().resolve("docker/compose.yaml")))
                .as("on a command line every account of the machine reads it, whatever variable it came from")
                .doesNotContainPattern("-D\\S*password");
        assertThat(secrets("POSTGRES_PASSWORD: hunter2")).hasSize(1);
        assertThat(secrets("-Dkeystore.password=hunter2")).hasSize(1);
    }

    @Test
    void nothingOfTheDemoIsInstalled() throws IOException {
        String pom = Files.readString(TheHub.root().resolve("hub-routes/pom.xml"));
        assertThat(Pattern.compile("<exclude>uk/mashhub/hub/(.*)\\*</exclude>")
                        .matcher(pom)
                        .results()
                        .map(m -> m.group(1)))
                .containsExactlyInAnyOrderElementsOf(HouseRules.DEMO);
        assertThat(Files.readString(DOCKER.resolve("mash")))
                .contains("uk.mashhub.hub.command.Mash \"$@\"")
                .doesNotContain("command.Demo");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(DOCKER)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(DOCKER.resolve("home")) && !f.startsWith(DOCKER.resolve("secrets")))
                    .filter(f -> !f.toString().endsWith(".md"))
                    .collect(Collectors.toList());
        }
    }
}
