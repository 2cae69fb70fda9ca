package uk.mashhub.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.mashhub.simulators.sftp.AgencyFileServer;
import uk.mashhub.simulators.signin.DemoProvider;

/** Everything outside the hub, running: file server, simulated agencies and the sign-in. Closing stops it all. */
public final class SimulatedAgencies implements AutoCloseable {
    /** The SFTP accounts. */
    public static final List<String> ACCOUNTS = List.of("police", "council", "health");

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Map<String, String> endpoints = new TreeMap<>();
    private final List<AgencySimulator> agencies = new ArrayList<>();

    private @Nullable DemoProvider provider;

    private SimulatedAgencies() {}

    /**
     * Starts all; if one of them cannot start, those already started are stopped.
     *
     * @param hub base address of the hub, to which sign-ins return
     */
    public static SimulatedAgencies start(SimulatorSettings settings, URI hub) {
        return start(settings, settings.clock(), hub);
    }

    /**
     * Starts all, with people who sign in by another clock than that of the certificates.
     *
     * @param signIns says when somebody gave the password
     */
    public static SimulatedAgencies start(SimulatorSettings settings, Clock signIns, URI hub) {
        return start(settings, signIns, hub, Simulators.all());
    }

    static SimulatedAgencies start(SimulatorSettings settings, URI hub, Collection<AgencySimulator> simulators) {
        return start(settings, settings.clock(), hub, simulators);
    }

    private static SimulatedAgencies start(
            SimulatorSettings settings, Clock signIns, URI hub, Collection<AgencySimulator> simulators) {
        SimulatedAgencies agencies = new SimulatedAgencies();
        try {
            agencies.startAll(settings, signIns, hub, simulators);
            return agencies;
        } catch (RuntimeException e) {
            agencies.close();
            throw e;
        }
    }

    private void startAll(SimulatorSettings settings, Clock signIns, URI hub, Collection<AgencySimulator> simulators) {
        AgencyFileServer files = files(settings);
        stops.push(files::close);
        endpoints.putAll(files.endpoints());
        simulators.forEach(simulator -> startAgency(simulator, settings));
        DemoProvider started = DemoProvider.start(hub, signIns, settings.random());
        stops.push(started::close);
        endpoints.putAll(started.endpoints());
        provider = started;
    }

    private static AgencyFileServer files(SimulatorSettings settings) {
        try {
            Files.createDirectories(settings.directory());
            return new AgencyFileServer(settings.directory(), ACCOUNTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    private void startAgency(AgencySimulator simulator, SimulatorSettings settings) {
        stops.push(simulator::stop);
        simulator.start(settings);
        agencies.add(simulator);
        simulator.endpoints().forEach((key, value) -> {
            if (!key.startsWith(simulator.name() + ".")) {
                throw new IllegalStateException(key + " does not begin with " + simulator.name());
            }
            endpoints.put(key, value);
        });
    }

    /** Where everything listens, and the credentials of the demo. */
    public Map<String, String> endpoints() {
        return Collections.unmodifiableMap(endpoints);
    }

    /**
     * The running simulator of one class, so that a test can turn its switches.
     *
     * @throws IllegalArgumentException if there is none
     */
    public <T extends AgencySimulator> T agency(Class<T> type) {
        return agencies.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " does not run"));
    }

    /** The sign-in, so that a test can have it say something. */
    public DemoProvider provider() {
        return Objects.requireNonNull(provider, "started");
    }

    @Override
    public void close() {
        while (!stops.isEmpty()) {
            try {
                stops.pop().run();
            } catch (RuntimeException e) {
                System.err.println(
                        "One simulator did not stop cleanly: " + e.getClass().getName());
            }
        }
    }
}
