package org.vizgate.containers;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** {@link TwoApplications} with their jars in each. */
@ContainerTest
class TwoApplicationsIT extends TwoApplications {
    @Deployment(name = SALES, testable = false)
    static WebArchive salesWithJars() {
        return sales().build();
    }

    @Deployment(name = MARKETING, testable = false)
    static WebArchive marketingWithJars() {
        return marketing().build();
    }
}
