package org.vizgate.containers.tomcat;

import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Gives Tomcat shared libraries for applications that want them, and virtual threads where {@code it.virtual-threads} asks for
 * them.
 */
public final class TomcatExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        if (System.getProperty("arquillian.launch", "").startsWith("tomcat")) {
            builder.observer(SharedLoader.class);
            if (Boolean.getBoolean("it.virtual-threads")) {
                builder.observer(VirtualThreadsOn.class);
            }
        }
    }
}
