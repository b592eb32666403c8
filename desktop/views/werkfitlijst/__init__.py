"""The region's own scale and questions of werkfit: what holds, what held, and the form that settles them."""
