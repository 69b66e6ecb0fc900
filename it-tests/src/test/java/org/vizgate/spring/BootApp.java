package org.vizgate.spring;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.vizgate.it.Keys;
import org.vizgate.spring.app.Application;
import org.vizgate.standin.TableauStandIn;

/** An application that runs, with the settings of the recipe. */
final class BootApp implements AutoCloseable {
    private static final Keys KEYS = Keys.create();
    private static final TableauStandIn TABLEAU = TableauStandIn.builder().start();

    private final URI issuer;
    private final ConfigurableApplicationContext running;

    private BootApp(URI issuer, ConfigurableApplicationContext running) {
        this.issuer = issuer;
        this.running = running;
    }

    /**
     * Starts it.
     *
     * @param gate how the gate is registered
     * @param contextPath such as {@code /shop}, or empty for the root
     */
    static BootApp with(Class<?> gate, String contextPath) {
        int port = freePort();
        URI issuer = URI.create("http://127.0.0.1:" + port + contextPath);
        Map<String, Object> settings = new LinkedHashMap<>();
        recipe().forEach((name, value) -> settings.put(String.valueOf(name), value));
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", port);
        settings.put("server.servlet.context-path", contextPath);
        settings.put("app.issuer", issuer.toString());
        settings.put("app.key", KEYS.file().toString());
        settings.put("app.tableau", TABLEAU.address().toString());
        SpringApplication application = new SpringApplication(Application.class, gate);
        application.setDefaultProperties(settings);
        return new BootApp(issuer, application.run());
    }

    // The recipe's values are examples; here each of them is another.
    private static Properties recipe() {
        Properties recipe = new Properties();
        try {
            recipe.load(new StringReader(SpringReadme.block("properties")
                    .replace("https://app.example.com", "${app.issuer}")
                    .replace("/etc/myapp/private.pem", "${app.key}")
                    .replace("https://tableau.example.com", "${app.tableau}")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return recipe;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, without a slash at the end: its issuer, too. */
    URI issuer() {
        return issuer;
    }

    URI at(String path) {
        return URI.create(issuer + path);
    }

    @Override
    public void close() {
        running.close();
    }
}
