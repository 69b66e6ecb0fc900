package org.vizgate.containers.tomcat;

import java.lang.reflect.Field;

import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.core.api.annotation.Observes;

/** Starts the connector anew with a thread for each request. The adapter shows nobody its Tomcat, so it is looked for inside. */
public final class VirtualThreadsOn {
    void started(@Observes AfterStart event) throws ReflectiveOperationException {
        Field inside = event.getDeployableContainer().getClass().getDeclaredField("tomcat");
        inside.setAccessible(true);
        Object tomcat = inside.get(event.getDeployableContainer());
        Object connector = tomcat.getClass().getMethod("getConnector").invoke(tomcat);
        Class<?> type = connector.getClass();
        type.getMethod("stop").invoke(connector);
        type.getMethod("setProperty", String.class, String.class).invoke(connector, "useVirtualThreads", "true");
        type.getMethod("start").invoke(connector);
    }
}
