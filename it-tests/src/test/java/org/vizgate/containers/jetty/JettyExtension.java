package org.vizgate.containers.jetty;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Offers Jetty to Arquillian, unless another container is to be launched: it wants to see one only. */
public final class JettyExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        if (System.getProperty("arquillian.launch", "").startsWith("jetty-")) {
            builder.service(DeployableContainer.class, JettyContainer.class);
        }
    }
}
