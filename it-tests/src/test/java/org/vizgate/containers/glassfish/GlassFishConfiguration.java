package org.vizgate.containers.glassfish;

import java.nio.file.Path;

import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says of a GlassFish. */
public final class GlassFishConfiguration implements ContainerConfiguration {
    private int port;
    private String home = "";
    private String javaHome = "";

    public int getPort() {
        return port;
    }

    public void setPort(int value) {
        port = value;
    }

    public Path getHome() {
        return Path.of(home);
    }

    /** The folder with {@code glassfish-embedded-all.jar}, in which the server runs. */
    public void setHome(String value) {
        home = value;
    }

    public Path getJavaHome() {
        return Path.of(javaHome);
    }

    public void setJavaHome(String value) {
        javaHome = value;
    }

    @Override
    public void validate() throws ConfigurationException {
        if (port == 0 || home.isEmpty() || javaHome.isEmpty()) {
            throw new ConfigurationException("port, home and javaHome are needed");
        }
    }
}
