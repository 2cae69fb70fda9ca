package uk.mashhub.hub.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import uk.mashhub.hub.HubApplication;
import uk.mashhub.hub.area.Partnership;

/** The hub in this process, with the simulated agencies as its sources and identity provider. */
public final class RunningHub implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final String url;
    private final Path dataDir;

    private RunningHub(ConfigurableApplicationContext context, String url, Path dataDir) {
        this.context = context;
        this.url = url;
        this.dataDir = dataDir;
    }

    /**
     * Starts it.
     *
     * @param endpoints where the simulated agencies listen: keys become settings of their name
     * @param extra classes with more configuration, such as a test's clock
     */
    public static RunningHub start(Path root, Path dataDir, int port, Properties endpoints, Class<?>... extra) {
        Map<String, Object> settings = new LinkedHashMap<>();
        endpoints.stringPropertyNames().forEach(k -> settings.put(k, endpoints.getProperty(k)));
        settings.put("server.port", port);
        settings.put("hub.data-dir", dataDir.toString());
        settings.put("hub.config-dir", root.resolve("config").toString());
        settings.put("hub.password-file", dataDir.resolve("keystore.password").toString());
        settings.put("hub.oidc.issuer", endpoints.getProperty("oidc.issuer", ""));
        settings.put("hub.oidc.client-id", endpoints.getProperty("oidc.clientId", ""));
        settings.put("hub.oidc.client-secret", endpoints.getProperty("oidc.clientSecret", ""));
        settings.put("hub.doors.port", 0);
        settings.put("hub.demo", true);
        clients(root, dataDir);
        Class<?>[] sources = new Class<?>[extra.length + 1];
        sources[0] = HubApplication.class;
        System.arraycopy(extra, 0, sources, 1, extra.length);
        SpringApplication application = new SpringApplication(sources);
        application.setRegisterShutdownHook(false);
        // As arguments, what the caller says holds before every file. They never leave this process.
        String[] arguments = settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        application.setLogStartupInfo(false);
        return new RunningHub(application.run(arguments), "http://127.0.0.1:" + port, dataDir);
    }

    private static void clients(Path root, Path dataDir) {
        try {
            DemoClients.make(dataDir, Partnership.load(root.resolve("config/areas")), LogAccess.random());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the pages. */
    public String url() {
        return url;
    }

    /** Where its keys and data are. */
    public Path dataDir() {
        return dataDir;
    }

    /** One of its parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
