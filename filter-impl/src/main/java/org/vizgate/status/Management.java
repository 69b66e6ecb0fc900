package org.vizgate.status;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Optional;

import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** A gate's bean in the MBean server of the Java process. Closing takes it away, and the web application's classes with it. */
public final class Management implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Management.class.getName());

    private final MBeanServer server;
    private final ObjectName name;

    private Management(MBeanServer server, ObjectName name) {
        this.server = server;
        this.name = name;
    }

    /**
     * Puts the bean there. Empty, and a line in the log, if that cannot be: no application is stopped for that.
     *
     * @param contextPath of the web application, empty for the root
     * @param host the virtual host, if the container has a name for it
     * @throws LinkageError if this Java runtime has no {@code java.management}
     */
    public static Optional<Management> of(GateStatus status, String contextPath, Optional<String> host) {
        try {
            ObjectName name = name(contextPath, host);
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            server.registerMBean(new ManagedGate(status), name);
            return Optional.of(new Management(server, name));
        } catch (InstanceAlreadyExistsException e) {
            LOG.log(Level.INFO, "JMX shows another gate of this context path and host, so this one is not in JMX");
        } catch (JMException | SecurityException e) {
            LOG.log(Level.WARNING, "this gate is not in JMX", e);
        }
        return Optional.empty();
    }

    // In quotes whatever is in them: whoever looks for a name can then write it down without looking first.
    static ObjectName name(String contextPath, Optional<String> host) throws MalformedObjectNameException {
        String path = contextPath.isEmpty() ? "/" : contextPath;
        return new ObjectName("org.vizgate:type=Gate,context=" + ObjectName.quote(path)
                + host.map(known -> ",host=" + ObjectName.quote(known)).orElse(""));
    }

    @Override
    public void close() {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            LOG.log(Level.DEBUG, "somebody else has taken {0} out of JMX", name);
        } catch (JMException e) {
            LOG.log(Level.WARNING, "a gate stays in JMX", e);
        }
    }
}
