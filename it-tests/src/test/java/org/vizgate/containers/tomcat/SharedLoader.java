package org.vizgate.containers.tomcat;

import java.lang.reflect.Field;

import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.container.spi.event.container.BeforeDeploy;
import org.jboss.arquillian.container.spi.event.container.DeployerEvent;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jspecify.annotations.Nullable;
import org.vizgate.containers.SharedLibraries;

/** Does for one deployment what {@code shared.loader} in {@code catalina.properties} does for all. */
public final class SharedLoader {
    void before(@Observes BeforeDeploy event) throws ReflectiveOperationException {
        if (SharedLibraries.areWantedBy(event.getDeployment().getArchive())) {
            setParentOfNext(SharedLibraries.loader(), event);
        }
    }

    void after(@Observes AfterDeploy event) throws ReflectiveOperationException {
        setParentOfNext(null, event);
    }

    // An application asks its host when it starts.
    private static void setParentOfNext(@Nullable ClassLoader parent, DeployerEvent event)
            throws ReflectiveOperationException {
        Field inside = event.getDeployableContainer().getClass().getDeclaredField("host");
        inside.setAccessible(true);
        inside.getType()
                .getMethod("setParentClassLoader", ClassLoader.class)
                .invoke(inside.get(event.getDeployableContainer()), parent);
    }
}
