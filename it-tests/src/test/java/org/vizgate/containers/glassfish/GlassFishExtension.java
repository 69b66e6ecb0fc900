package org.vizgate.containers.glassfish;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Offers GlassFish to Arquillian, unless another container is to be launched: it wants to see one only. */
public final class GlassFishExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        if (System.getProperty("arquillian.launch", "").equals("glassfish")) {
            builder.service(DeployableContainer.class, GlassFishContainer.class);
        }
    }
}
