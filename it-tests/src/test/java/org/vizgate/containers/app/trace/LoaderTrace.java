package org.vizgate.containers.app.trace;

import java.lang.ref.WeakReference;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Shows the tests, which run in the same process, the class loader of this web application, and does not hold it. */
@WebListener
public class LoaderTrace implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        System.getProperties().put("it.loader", new WeakReference<>(getClass().getClassLoader()));
    }
}
