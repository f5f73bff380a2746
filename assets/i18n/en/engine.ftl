# Matching engine.
engine-error-negative = A negative headcount reached the matching. Check the data with “releve check”.
engine-error-arc = A matching possibility leaves the problem. This is a defect of the program; your data are intact.
engine-error-limits = Two limits of the matching cross, or one covers possibilities that share neither a programme nor a post. This is a defect of the program; your data are intact.
engine-error-overflow = Headcounts exceed the bounds of the exact computation. Check the data with “releve check”.
engine-error-cancelled = Computation stopped at your request. The last results shown remain valid for their revision.
engine-error-unproved = The result of the computation failed its proof ({ $detail }) and is not shown. This is a defect of the program; your data are intact.
