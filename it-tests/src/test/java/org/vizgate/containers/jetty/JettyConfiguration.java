package org.vizgate.containers.jetty;

import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says of a Jetty. */
public final class JettyConfiguration implements ContainerConfiguration {
    private int port;
    private String webAppContextClass = "";

    public int getPort() {
        return port;
    }

    public void setPort(int value) {
        port = value;
    }

    public String getWebAppContextClass() {
        return webAppContextClass;
    }

    /** The class of the Jakarta EE level. */
    public void setWebAppContextClass(String value) {
        webAppContextClass = value;
    }

    @Override
    public void validate() throws ConfigurationException {
        if (port == 0 || webAppContextClass.isEmpty()) {
            throw new ConfigurationException("port and webAppContextClass are needed");
        }
    }
}
